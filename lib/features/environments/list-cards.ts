import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { env, type ScalekitEnvironment } from '@/lib/env';
import type { OperationProbe } from '@/lib/generated/prisma/client';
import { readBudget } from '@/lib/scalekit/budget';
import { tokenEndsAt } from '@/lib/scalekit/client';
import { defineQuery } from '@/lib/server/define-query';
import { probes } from './probes';
import type { BudgetState, EnvironmentCard, ProbeOutcome, ProbeRow } from './schema';

/** Every environment of the settings with its token, budget and last probes. Source: settings and our own tables. */
export const listEnvironmentCards = defineQuery({
  permission: 'environment.read',
  input: z.object({}),
  scope: () => ({ kind: 'environment' }),
  load: async (): Promise<EnvironmentCard[]> => {
    const { environments } = env();
    const [answers, ...budgets] = await Promise.all([
      db().operationProbe.findMany(),
      ...environments.map(({ name }) => budgetOf(name)),
    ]);
    return environments.map((environment, index) =>
      toCard(
        environment,
        answers.filter((answer) => answer.environment === environment.name),
        budgets[index] as BudgetState,
      ),
    );
  },
});

function toCard(
  environment: ScalekitEnvironment,
  answers: OperationProbe[],
  budget: BudgetState,
): EnvironmentCard {
  const { name, url, isProduction, clientId } = environment;
  return {
    ...{ name, url, isProduction, clientId, budget },
    isCustomDomain: !/\.scalekit\.(dev|cloud|com)$/.test(new URL(url).hostname),
    tokenEndsAt: tokenEndsAt(name)?.toISOString() ?? null,
    probes: probes.map((probe) => toProbeRow(probe, answers)),
  };
}

function toProbeRow({ operation, route, use }: (typeof probes)[number], answers: OperationProbe[]): ProbeRow {
  const found = answers.find((answer) => answer.operation === operation);
  return {
    ...{ operation, route, use },
    answer: found
      ? {
          outcome: found.outcome as ProbeOutcome,
          sentence: found.sentence,
          requestId: found.requestId,
          probedAt: found.probedAt.toISOString(),
        }
      : null,
  };
}

async function budgetOf(name: string): Promise<BudgetState> {
  const { limit, left, lastLimitAt, halvedUntil } = await readBudget(name);
  return {
    used: Math.max(0, limit - left),
    limit,
    lastLimitAt: lastLimitAt?.toISOString() ?? null,
    halvedUntil: halvedUntil?.toISOString() ?? null,
  };
}
