import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { readBudget } from '@/lib/scalekit/budget';
import { defineQuery } from '@/lib/server/define-query';

/** The environments that this console serves, in the order of the settings. */
export function listEnvironmentNames(): string[] {
  return env().environments.map(({ name }) => name);
}

/** Calls of the last minute against what Keydesk allows itself. */
export type ApiBudgetView = { used: number; limit: number; halved: boolean };

/** How much of the environment's API budget is spent now. Source: our own bucket in Postgres. */
export const readApiBudget = defineQuery({
  permission: 'organization.read',
  input: z.object({}),
  // Says nothing about any customer.
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment }): Promise<ApiBudgetView> => {
    const { limit, left, halvedUntil } = await readBudget(environment);
    return { used: Math.max(0, limit - left), limit, halved: halvedUntil !== null };
  },
});
