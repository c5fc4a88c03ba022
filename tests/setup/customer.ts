import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Emulator } from '@/emulator/start';
import { customerRole } from '@/lib/audit/staff-log';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { db } from '@/lib/db';
import type { ErrorCode } from '@/lib/errors';
import type { CustomerAction } from '@/lib/server/define-customer-action';
import type { CustomerQuery } from '@/lib/server/define-customer-query';
import { runCustomerQuery } from '@/lib/server/define-customer-query';
import { runCustomerAction } from '@/lib/server/run-customer-action';
import { toCustomerError } from '@/lib/server/to-customer-error';
import { whileSilent } from './silence';
import { failureOf } from './write';

const hourMs = 60 * 60_000;

/** A customer's administrator on the page of one organization; nothing of it is in the database. */
export function testVisit(organizationId: string, part: Partial<CustomerVisit> = {}): CustomerVisit {
  return {
    ...{ visitId: randomUUID(), linkId: randomUUID(), environment: 'production', organizationId },
    recipientEmail: `${randomUUID().slice(0, 8)}@customer.example`,
    recipientName: 'Jo Reed',
    expiresAt: new Date(Date.now() + hourMs),
    ...part,
  };
}

/** Runs a write of the customer's page for a visit, without a browser; each call is a form of its own. */
export function customerWrite<Schema extends z.ZodType, Data>(
  action: CustomerAction<Schema, Data>,
  input: z.input<Schema>,
  visit: CustomerVisit,
): Promise<Data> {
  return runCustomerAction(action.definition, visit, { submissionId: randomUUID(), input });
}

/** Runs a read of the customer's page for a visit. */
export function customerRead<Schema extends z.ZodType, Row>(
  query: CustomerQuery<Schema, Row>,
  input: z.input<Schema>,
  visit: CustomerVisit,
): Promise<Row> {
  return runCustomerQuery(query.definition, visit, input);
}

/** The staff log of one recipient, oldest first. */
export function customerLog({ recipientEmail }: CustomerVisit) {
  return db().staffLog.findMany({ where: { actorEmail: recipientEmail }, orderBy: { id: 'asc' } });
}

type Cases<Schema extends z.ZodType, Data> = {
  action: CustomerAction<Schema, Data>;
  emulator: { readonly current: Emulator };
  /** The write's own operation, as the emulator names it. */
  operation: string;
  /** A valid input for an organization; made anew for each case. */
  input: () => Promise<{ organizationId: string; input: z.input<Schema>; visit?: Partial<CustomerVisit> }>;
};

const upstream: { status: number; code: ErrorCode }[] = [
  { status: 404, code: 'not_found' },
  { status: 409, code: 'conflict' },
  { status: 429, code: 'rate_limited' },
  { status: 500, code: 'unavailable' },
];

/** What Scalekit may answer to a write of a customer, and no answer at all: said in a customer's words, sent once. */
export function itFailsInPlainWords<Schema extends z.ZodType, Data>(cases: Cases<Schema, Data>): void {
  const { action, emulator, operation } = cases;
  const { permission } = action.definition;
  const arrange = async () => {
    const { organizationId, input, visit: part } = await cases.input();
    emulator.current.journal.clear();
    return { input, visit: testVisit(organizationId, part) };
  };

  describe(`${permission} by a customer when it cannot be done`, () => {
    it.each(upstream)('says $code for an upstream $status', async ({ status, code }) => {
      const { input, visit } = await arrange();
      emulator.current.faults.add({ operation, status });
      const error = toCustomerError(await failureOf(customerWrite(action, input, visit)));
      expect(error).toMatchObject({ code, unknown: false, requestId: expect.stringMatching(/./) });
      expect(error.message).not.toMatch(/scalekit|keydesk|production/i);
      expect(await customerLog(visit)).toMatchObject([
        { kind: 'intent', action: permission, actorId: visit.visitId, actorRole: customerRole },
        { kind: 'outcome', outcome: 'failed', errorCode: code, actorRole: customerRole },
      ]);
      expect(emulator.current.journal.list(operation)).toHaveLength(1);
    });

    it('calls a time-out unknown and does not repeat it', async () => {
      const { input, visit } = await arrange();
      const act = () => customerWrite(action, input, visit);
      const error = toCustomerError(await failureOf(whileSilent(emulator.current, operation, act)));
      expect(error).toMatchObject({ code: 'unavailable', unknown: true });
      expect(await customerLog(visit)).toMatchObject([
        { kind: 'intent' },
        { kind: 'outcome', outcome: 'unknown' },
      ]);
      expect(emulator.current.journal.list(operation)).toHaveLength(1);
    });
  });
}
