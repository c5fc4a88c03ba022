import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Emulator } from '@/emulator/start';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { AppError, ErrorCode } from '@/lib/errors';
import type { Action } from '@/lib/server/define-action';
import { runAction } from '@/lib/server/run-action';
import { testPrincipal } from './principal';
import { whileSilent } from './silence';

/** Runs an action as somebody, without a browser; each call is a form of its own. */
export function write<Schema extends z.ZodType, Data>(
  action: Action<Schema, Data>,
  input: z.input<Schema>,
  principal: Principal = testPrincipal(),
): Promise<Data> {
  const request = { environment: 'production', submissionId: randomUUID(), input };
  return runAction(action.definition, principal, request);
}

/** The error of a write that must fail. */
export function failureOf(call: Promise<unknown>): Promise<AppError> {
  return call.then(
    () => expect.fail('it was expected to fail'),
    (error: AppError) => error,
  );
}

/** The staff log of one person, oldest first, without what differs from run to run. */
export async function logOf(principal: Principal) {
  const rows = await db().staffLog.findMany({
    where: { actorId: principal.staffId },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, action, outcome, errorCode, organizationId, targetId, details }) => ({
    kind,
    action,
    outcome,
    errorCode,
    organizationId,
    targetId,
    details,
  }));
}

type Failures<Schema extends z.ZodType, Data> = {
  action: Action<Schema, Data>;
  emulator: { readonly current: Emulator };
  /** The write's own operation, as the emulator names it: `tokens.createToken`. */
  operation: string;
  /** A valid input; made anew for each case. */
  input: () => Promise<z.input<Schema>>;
  /** What the action needs to get as far as the call. */
  principal?: Partial<Principal>;
};

const upstream: { status: number; code: ErrorCode }[] = [
  { status: 404, code: 'not_found' },
  { status: 409, code: 'conflict' },
  { status: 429, code: 'rate_limited' },
  { status: 500, code: 'unavailable' },
];

/** The cases that every write has in common: who may not, what Scalekit may answer, and no answer at all. */
export function itFailsInWords<Schema extends z.ZodType, Data>(cases: Failures<Schema, Data>): void {
  const { action, emulator, operation, input } = cases;
  const person = (part: Partial<Principal> = {}) => testPrincipal({ ...cases.principal, ...part });
  const { permission } = action.definition;

  describe(`${permission} when it cannot be done`, () => {
    it('refuses a viewer, logs it, and calls nothing', async () => {
      const viewer = person({ role: 'viewer' });
      const valid = await input();
      emulator.current.journal.clear();
      const error = await failureOf(write(action, valid, viewer));
      expect(error.code).toBe('forbidden');
      expect(await logOf(viewer)).toMatchObject([
        { kind: 'denied', action: permission, errorCode: 'forbidden' },
      ]);
      expect(emulator.current.journal.list()).toEqual([]);
    });

    it('hides what is not assigned to a limited person', async () => {
      const limited = person({ customers: new Set() });
      const error = await failureOf(write(action, await input(), limited));
      expect(['not_found', 'forbidden']).toContain(error.code);
      expect(await logOf(limited)).toMatchObject([{ kind: 'denied', action: permission }]);
    });

    it.each(upstream)('says $code for an upstream $status and sends it once', async ({ status, code }) => {
      const somebody = person();
      const valid = await input();
      emulator.current.journal.clear();
      emulator.current.faults.add({ operation, status });
      const error = await failureOf(write(action, valid, somebody));
      expect(error).toMatchObject({ code, unknown: false });
      expect(error.requestId).toBeTruthy();
      expect(await logOf(somebody)).toMatchObject([
        { kind: 'intent', action: permission },
        { kind: 'outcome', action: permission, outcome: 'failed', errorCode: code },
      ]);
      expect(emulator.current.journal.list(operation)).toHaveLength(1);
    });

    it('calls a time-out unknown and does not repeat it', async () => {
      const somebody = person();
      const valid = await input();
      emulator.current.journal.clear();
      const act = () => write(action, valid, somebody);
      const error = await failureOf(whileSilent(emulator.current, operation, act));
      expect(error).toMatchObject({ code: 'unavailable', unknown: true });
      expect(emulator.current.journal.list(operation)).toHaveLength(1);
      expect(await logOf(somebody)).toMatchObject([
        { kind: 'intent' },
        { kind: 'outcome', outcome: 'unknown' },
      ]);
    });
  });
}
