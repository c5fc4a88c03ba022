'use server';
import { db } from '@/lib/db';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { scalekitClient } from '@/lib/scalekit/client';
import { checkCredentials } from '@/lib/scalekit/token';
import { defineAction } from '@/lib/server/define-action';
import { settle } from '@/lib/server/settle';
import { judgeProbe } from './judge-probe';
import { probes } from './probes';
import { type CredentialTest, environmentInput } from './schema';

/**
 * Mints a token of its own and reads one page of organizations: do the settings of an environment work, and if not,
 * what is wrong. Not working is an answer, no failure of the test.
 */
export const testCredentials = defineAction({
  permission: 'environment.test_credentials',
  input: environmentInput,
  scope: () => ({ kind: 'environment' }),
  refresh: false,
  run: async ({ name }): Promise<CredentialTest> => {
    const environment = findEnvironment(name);
    if (!environment) throw new AppError('not_found', `This console serves no environment named ${name}.`);
    const token = await settle(checkCredentials(environment));
    if (!token.ok) return failed('token', token.error);
    const read = await settle(scalekitClient(name).organizations.listOrganization({ pageSize: 10 }));
    if (!read.ok) return failed('read', read.error);
    return { works: true, step: 'done', sentence: null, requestId: null };
  },
  audit: {
    target: ({ name }) => ({ type: 'environment', id: name }),
    details: () => ({}),
    result: ({ works, step }) => ({ details: { works, step } }),
  },
});

/** Tries each preview operation that can be tried without harm, all at once, and keeps what came of it. */
export const probeOperations = defineAction({
  permission: 'environment.probe',
  input: environmentInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name }) => {
    const scalekit = scalekitClient(name);
    const answers = await Promise.all(
      probes.map(async ({ operation, call }) => ({ operation, ...judgeProbe(await settle(call(scalekit))) })),
    );
    const probedAt = new Date();
    await db().$transaction([
      db().operationProbe.deleteMany({ where: { environment: name } }),
      db().operationProbe.createMany({
        data: answers.map((answer) => ({ environment: name, probedAt, ...answer })),
      }),
    ]);
    return { refused: answers.filter(({ outcome }) => outcome === 'refused').map((one) => one.operation) };
  },
  audit: {
    target: ({ name }) => ({ type: 'environment', id: name }),
    details: () => ({}),
    result: ({ refused }) => ({ details: { refused } }),
  },
});

function failed(
  step: 'token' | 'read',
  { message, requestId }: { message: string; requestId?: string },
): CredentialTest {
  return { works: false, step, sentence: message, requestId: requestId ?? null };
}
