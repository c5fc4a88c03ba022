import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { recordDenial, recordIntent, recordNotice, recordOutcome } from './staff-log';

withTestDatabase();

const environment = 'production';
const principal = testPrincipal({ role: 'support' });

const intend = (submissionId = randomUUID()) =>
  recordIntent({
    environment,
    principal,
    action: 'api_key.create',
    organizationId: 'org_1',
    target: { type: 'api_key' },
    details: { description: 'CI', expiresAt: new Date('2027-01-01T00:00:00Z'), userId: undefined },
    submissionId,
    ticket: 'ACME-7',
    reason: 'The customer asked.',
  });

const rowOf = (where: object) => db().staffLog.findFirstOrThrow({ where });

describe('an intent', () => {
  it('says who wants to do what to whom, before it is done', async () => {
    const id = await intend();
    expect(await rowOf({ id })).toMatchObject({
      kind: 'intent',
      environment,
      actorId: principal.staffId,
      actorEmail: principal.email,
      actorRole: 'support',
      action: 'api_key.create',
      organizationId: 'org_1',
      targetType: 'api_key',
      targetId: null,
      outcome: null,
      ticket: 'ACME-7',
      reason: 'The customer asked.',
      details: { description: 'CI', expiresAt: '2027-01-01T00:00:00.000Z' },
    });
  });

  it('is refused when the same form is sent again, also at the same moment', async () => {
    const submissionId = randomUUID();
    const results = await Promise.allSettled([intend(submissionId), intend(submissionId)]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await expect(intend(submissionId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('already sent'),
    });
    expect(await db().staffLog.count({ where: { submissionId } })).toBe(1);
  });
});

describe('an outcome', () => {
  it('repeats who and where from the intent and adds what the result tells', async () => {
    const id = await intend();
    const target = { type: 'api_key', id: 'apit_1' };
    await recordOutcome(id, { outcome: 'ok', target, details: { suffix: 'k3Yz' } });
    expect(await rowOf({ intentId: id })).toMatchObject({
      kind: 'outcome',
      environment,
      actorId: principal.staffId,
      actorEmail: principal.email,
      actorRole: 'support',
      action: 'api_key.create',
      organizationId: 'org_1',
      targetType: 'api_key',
      targetId: 'apit_1',
      outcome: 'ok',
      errorCode: null,
      ticket: 'ACME-7',
      submissionId: null,
      details: { suffix: 'k3Yz' },
    });
  });

  it('of a failure keeps the code and the request id', async () => {
    const id = await intend();
    await recordOutcome(id, { outcome: 'failed', errorCode: 'not_found', requestId: 'trace-1' });
    expect(await rowOf({ intentId: id })).toMatchObject({
      outcome: 'failed',
      errorCode: 'not_found',
      requestId: 'trace-1',
      targetType: 'api_key',
    });
  });

  it('belongs to an intent, or is an error', async () => {
    await expect(recordOutcome(999_999n, { outcome: 'ok' })).rejects.toThrow('no intent 999999');
    await recordDenial({ environment, principal, action: 'api_key.create', code: 'forbidden' });
    const denial = await rowOf({ kind: 'denied' });
    await expect(recordOutcome(denial.id, { outcome: 'ok' })).rejects.toThrow('no intent');
  });
});

it('a denial says what was asked for and why not', async () => {
  const denial = { environment, principal, action: 'organization.delete', code: 'forbidden' } as const;
  await recordDenial({ ...denial, organizationId: 'org_2' });
  expect(await rowOf({ kind: 'denied', action: 'organization.delete' })).toMatchObject({
    actorEmail: principal.email,
    organizationId: 'org_2',
    errorCode: 'forbidden',
  });
});

it('a notice needs nobody from the staff', async () => {
  await recordNotice({
    environment,
    actor: 'visitor',
    action: 'portal_link.open',
    organizationId: 'org_1',
    target: { type: 'portal_link', id: 'link-1' },
    requestId: 'trace-2',
  });
  expect(await rowOf({ kind: 'notice' })).toMatchObject({
    actorId: null,
    actorEmail: '',
    actorRole: 'visitor',
    action: 'portal_link.open',
    targetId: 'link-1',
    requestId: 'trace-2',
    details: {},
  });
});

describe('the log', () => {
  it('refuses changes, whoever types them', async () => {
    const id = await intend();
    const refused = /append-only/;
    await expect(db().$executeRaw`UPDATE staff_log SET actor_email = 'x' WHERE id = ${id}`).rejects.toThrow(
      refused,
    );
    await expect(db().$executeRaw`DELETE FROM staff_log WHERE id = ${id}`).rejects.toThrow(refused);
    await expect(db().$executeRaw`TRUNCATE staff_log`).rejects.toThrow(refused);
    expect((await rowOf({ id })).actorEmail).toBe(principal.email);
  });
});
