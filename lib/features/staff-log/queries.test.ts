import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordDenial, recordIntent, recordNotice, recordOutcome } from '@/lib/audit/staff-log';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { errorOf } from '@/tests/setup/stub-client';
import { listStaffLog, listStaffLogFacets } from './queries';

withTestDatabase();

const lead = testPrincipal({ role: 'lead', email: 'lea@keydesk.test' });
const sam = testPrincipal({ email: 'sam@keydesk.test' });
const kim = testPrincipal({ email: 'kim@keydesk.test' });

const list = (filter: object = {}, principal = lead, environment = 'production') =>
  runQuery(listStaffLog.definition, environment, principal, filter);
const facets = (principal = lead) => runQuery(listStaffLogFacets.definition, 'production', principal, {});
const summaryOf = (page: Awaited<ReturnType<typeof list>>) =>
  page.rows.map((row) => `${row.action} ${row.outcome}`);

function intend(
  principal: Principal,
  action: Permission,
  organizationId?: string,
  environment = 'production',
) {
  const target = { type: 'api_key' };
  const details = { description: 'CI' };
  const submissionId = randomUUID();
  return recordIntent({
    environment,
    principal,
    action,
    organizationId,
    target,
    details,
    submissionId,
    ticket: 'ACME-7',
  });
}

beforeAll(async () => {
  const created = await intend(sam, 'api_key.create', 'org_1');
  await recordOutcome(created, {
    outcome: 'ok',
    target: { type: 'api_key', id: 'apit_1' },
    details: { suffix: 'k3Yz' },
  });
  const failed = await intend(kim, 'api_key.revoke', 'org_2');
  await recordOutcome(failed, { outcome: 'failed', errorCode: 'not_found', requestId: 'trace-1' });
  const lost = await intend(sam, 'organization.create');
  await recordOutcome(lost, { outcome: 'unknown', errorCode: 'unavailable' });
  await intend(sam, 'organization.update', 'org_1'); // its process died before the outcome
  await recordDenial({
    environment: 'production',
    principal: kim,
    action: 'organization.delete',
    code: 'forbidden',
  });
  const target = { type: 'portal_link', id: 'link-1' };
  await recordNotice({
    environment: 'production',
    actor: 'visitor',
    action: 'portal_link.open',
    organizationId: 'org_2',
    target,
  });
  await intend(sam, 'api_key.create', 'org_1', 'development');
});

describe('the list', () => {
  it('shows each act once, newest first, with how it ended', async () => {
    expect(summaryOf(await list())).toEqual([
      'portal_link.open notice',
      'organization.delete denied',
      'organization.update unknown',
      'organization.create unknown',
      'api_key.revoke failed',
      'api_key.create ok',
    ]);
  });

  it('joins what the intent and its outcome say into plain rows', async () => {
    const { rows } = await list({ outcome: 'ok' });
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        actorEmail: 'sam@keydesk.test',
        actorRole: 'support',
        action: 'api_key.create',
        organizationId: 'org_1',
        target: { type: 'api_key', id: 'apit_1' },
        outcome: 'ok',
        errorCode: null,
        requestId: null,
        ticket: 'ACME-7',
        reason: null,
        details: { description: 'CI', suffix: 'k3Yz' },
      },
    ]);
  });

  it.each([
    [{ actorEmail: 'kim@keydesk.test' }, ['organization.delete denied', 'api_key.revoke failed']],
    [{ action: 'api_key.revoke' }, ['api_key.revoke failed']],
    [{ organizationId: 'org_1' }, ['organization.update unknown', 'api_key.create ok']],
    [{ outcome: 'unknown' }, ['organization.update unknown', 'organization.create unknown']],
    [{ outcome: 'denied' }, ['organization.delete denied']],
    [{ outcome: 'notice' }, ['portal_link.open notice']],
    [
      { outcome: 'unknown', actorEmail: 'sam@keydesk.test', organizationId: 'org_1' },
      ['organization.update unknown'],
    ],
    [{ to: '2020-01-01T00:00:00Z' }, []],
    [{ from: '2020-01-01T00:00:00+02:00', action: 'api_key.create' }, ['api_key.create ok']],
    [{ actorEmail: "' OR 1=1 --" }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(summaryOf(await list(filter))).toEqual(expected);
  });

  it('keeps environments apart', async () => {
    expect(summaryOf(await list({}, lead, 'development'))).toEqual(['api_key.create unknown']);
  });

  it('is not for viewers', async () => {
    expect(await errorOf(list({}, testPrincipal({ role: 'viewer' })))).toMatchObject({ code: 'forbidden' });
  });

  it('shows a limited person the entries of their customers, whatever they ask for', async () => {
    const limited = { ...lead, customers: new Set(['org_2']) };
    expect(summaryOf(await list({}, limited))).toEqual(['portal_link.open notice', 'api_key.revoke failed']);
    expect(summaryOf(await list({ organizationId: 'org_1' }, limited))).toEqual([]);
    expect(await list({}, { ...lead, customers: new Set<string>() })).toMatchObject({ rows: [] });
  });

  it.each([
    { outcome: 'maybe' },
    { from: 'yesterday' },
    { pageToken: 'older:x' },
    { pageToken: 'older:1;2' },
  ])('refuses %j', async (filter) => {
    expect(await errorOf(list(filter))).toMatchObject({ code: 'invalid' });
  });
});

describe('the filters', () => {
  it('name the people and actions there are', async () => {
    expect(await facets()).toEqual({
      actorEmails: ['kim@keydesk.test', 'sam@keydesk.test'],
      actions: [
        'api_key.create',
        'api_key.revoke',
        'organization.create',
        'organization.delete',
        'organization.update',
        'portal_link.open',
      ],
    });
  });

  it('name to a limited person only what they may see', async () => {
    expect(await facets({ ...lead, customers: new Set(['org_1']) })).toEqual({
      actorEmails: ['sam@keydesk.test'],
      actions: ['api_key.create', 'organization.update'],
    });
  });
});

describe('paging', () => {
  it('walks 120 entries to the end and back, while new ones arrive', async () => {
    const many = testPrincipal({ email: 'many@keydesk.test' });
    const intents = Array.from({ length: 120 }, (_, index) => ({
      kind: 'intent',
      environment: 'production',
      actorEmail: many.email,
      actorRole: many.role,
      action: 'api_key.create',
      details: { index },
    }));
    await db().staffLog.createMany({ data: intents });
    const read = (pageToken: string | null) => list({ actorEmail: many.email, pageToken: pageToken ?? '' });
    const numbers = (page: Awaited<ReturnType<typeof read>>) => page.rows.map((row) => row.details.index);

    const first = await read(null);
    await intend(many, 'api_key.create');
    const second = await read(first.nextToken);
    const third = await read(second.nextToken);
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 20]);
    const walked = [...numbers(first), ...numbers(second), ...numbers(third)];
    expect(walked).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index));
    expect(third.nextToken).toBeNull();

    const back = await read(third.previousToken);
    expect(numbers(back)).toEqual(numbers(second));
    const backAgain = await read(back.previousToken);
    expect(numbers(backAgain)).toEqual(numbers(first));
    expect(backAgain.previousToken).not.toBeNull(); // the one that arrived meanwhile
  });
});
