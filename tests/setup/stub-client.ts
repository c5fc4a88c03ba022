import type { AppError } from '@/lib/errors';
import { createScalekitClient, type ScalekitClient } from '@/lib/scalekit/client';
import type { SendDeps } from '@/lib/scalekit/send';
import { createTokenSource } from '@/lib/scalekit/token';
import type { StubScalekit } from './stub-scalekit';

/** Spends nothing and waits for nothing: for tests that are not about the budget. */
export const endlessBudget = { take: async () => {}, reportLimit: async () => {} };

/** A real client that talks to the stub; parts can be exchanged. */
export function stubClient(stub: StubScalekit, deps: Partial<SendDeps> = {}): ScalekitClient {
  const { timeoutMs = 10_000 } = deps;
  return createScalekitClient(stub.environment, {
    fetch: globalThis.fetch,
    budget: endlessBudget,
    tokens: createTokenSource(stub.environment, { fetch: globalThis.fetch, timeoutMs, now: Date.now }),
    hooks: {},
    timeoutMs,
    ...deps,
  });
}

/** The error of a call that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<AppError> {
  return call.then(
    (value) => {
      throw new Error(`It should have failed, but answered ${value}`);
    },
    (error) => error,
  );
}
