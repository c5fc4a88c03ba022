import { expect, it } from 'vitest';
import { storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { newAccount } from '@/lib/features/connected-accounts/test-accounts';
import { scalekitClient } from '@/lib/scalekit/client';
import { writeDocuments } from '@/lib/server/search-index/store';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { erasePerson } from './actions';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const admin = () => testPrincipal({ role: 'admin' });
const userId = 'usr_900001';
const email = 'ada.lindqvist@heronsgate.example';
const reason = 'Their wish, by letter';

const row = (id: string, part: Partial<ActivityRow>): ActivityRow => ({
  ...{ stream: 'login', environment, id, type: 'login.sso', source: 'login_log', outcome: 'ok' },
  ...{ at: new Date(Date.now() - 3_600_000).toISOString(), ...part },
});
const theirs = row('auth_1', { email, words: `${email} ada`, data: { email, status: 'SUCCESS' } });
const others = row('auth_2', { email: 'bo@heronsgate.example', words: 'bo', data: { name: 'Bo' } });

it('takes a person out of the cache, the index and the watches, and nobody else', async () => {
  const event = row('evt_1', {
    ...{ stream: 'event', type: 'user.signup', userId, email, words: 'ada lindqvist', data: { name: 'Ada' } },
  });
  await storeActivity([theirs, others, event]);
  const document = {
    kind: 'user',
    organizationIds: ['org_1'],
    title: 'Ada Lindqvist',
    detail: email,
  } as const;
  await writeDocuments(environment, [{ ...document, id: userId, organizationIds: ['org_1'] }], new Date());
  const watch = { environment, createdById: testPrincipal().staffId, createdByEmail: 'sam@keydesk.test' };
  await db().signInWatch.create({ data: { ...watch, email, endsAt: new Date() } });
  await ownRecords();
  const somebody = admin();
  const erased = await write(erasePerson, { userId, email: '', reason }, somebody);
  expect(erased).toEqual({
    ...{ activity: 2, index: 1, watches: 1, links: 2, jobLines: 2, views: 1, notes: 1 },
  });
  // The next reading of the login log brings the same line again, a backfill an older one.
  const older = { ...theirs, id: 'auth_0', at: '2026-03-01T00:00:00Z' };
  await storeActivity([theirs, older]);
  const left = await db().$queryRaw`
    SELECT id, email, words, data FROM activity.entry WHERE environment = ${environment} ORDER BY id`;
  expect(left).toMatchObject([
    { id: 'auth_0', email: null, words: '', data: { erased: true } },
    { id: 'auth_1', email: null, words: '', data: { erased: true } },
    { id: 'auth_2', words: 'bo', data: { name: 'Bo' } },
    { id: 'evt_1', email: null, data: { erased: true } },
  ]);
  const index = await db().searchDocument.findMany({ where: { id: userId } });
  const own = await Promise.all([
    ...[
      db().portalLink.findMany(),
      db().accountLink.findMany(),
      db().bulkItem.findMany({ orderBy: { position: 'asc' } }),
    ],
    ...[db().toolRun.findMany(), db().activityView.findMany(), db().erasedSubject.findMany()],
  ]);
  expect(own[0]).toMatchObject([{ recipientEmail: '', revokedAt: expect.any(Date) }]);
  expect(own[2]).toMatchObject([{ label: 'erased', state: 'skipped', input: {} }, { state: 'waiting' }]);
  expect(JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toMatch(
    /lindqvist/i,
  );
  expect(JSON.stringify([left, index])).not.toMatch(/lindqvist|Ada/i);
  const log = await logOf(somebody);
  expect(log).toMatchObject([
    { kind: 'intent', action: 'person.erase', targetId: userId, details: {} },
    { kind: 'outcome', outcome: 'ok', details: { activity: 2 } },
  ]);
  expect(JSON.stringify(log)).not.toContain('lindqvist');
});

/** One of each of Keydesk's own records that may hold an address. */
async function ownRecords(): Promise<void> {
  const made = { environment, createdById: testPrincipal().staffId, createdByEmail: 'sam@keydesk.test' };
  const later = { expiresAt: new Date(Date.now() + 86_400_000), openLimit: 3 };
  await db().portalLink.create({
    data: {
      ...{ ...made, ...later, organizationId: 'org_1', organizationName: 'Heronsgate', tokenHash: 'hash' },
      ...{ features: [], recipientName: 'Ada Lindqvist', recipientEmail: 'Ada.Lindqvist@heronsgate.example' },
    },
  });
  await db().accountLink.create({
    data: {
      ...made,
      ...later,
      accountId: 'ca_1',
      provider: 'SLACK',
      tokenHash: 'hash',
      recipientEmail: email,
    },
  });
  const { id: jobId } = await db().bulkJob.create({
    data: {
      ...{ environment, kind: 'member.invite', organizationId: 'org_1', state: 'paused' },
      ...{ startedById: testPrincipal().staffId, startedByEmail: 'sam@keydesk.test' },
    },
  });
  const item = (position: number, label: string) => ({
    jobId,
    position,
    label,
    key: label,
    input: { email: label },
  });
  await db().bulkItem.createMany({ data: [item(1, email), item(2, 'bo@heronsgate.example')] });
  await db().toolRun.create({
    data: {
      ...{ environment, actorId: testPrincipal().staffId, actorEmail: 'sam@keydesk.test', kind: 'tool' },
      ...{ name: 'slack_send_message', identifier: email, outcome: 'ok', took: 12 },
    },
  });
  await db().activityView.create({
    data: {
      ...{ environment, name: 'Hers', filter: { user: email } },
      ...{ ownerId: testPrincipal().staffId, ownerEmail: 'sam@keydesk.test' },
    },
  });
  await db().organizationNote.create({
    data: {
      ...{ environment, organizationId: 'org_1', text: `Spoke to ${email}` },
      ...{ authorId: testPrincipal().staffId, authorName: 'Sam', authorEmail: 'sam@keydesk.test' },
    },
  });
}

it('asks for the address where only Scalekit knew it', async () => {
  await storeActivity([
    { ...theirs, id: 'auth_9', email: 'di@heronsgate.example', data: { status: 'FAILURE' } },
  ]);
  const input = { userId: 'usr_900002', email: '', reason };
  const error = await failureOf(write(erasePerson, input, admin()));
  expect(error).toMatchObject({
    code: 'invalid',
    fieldErrors: { email: expect.stringContaining('no address') },
  });
  const erased = await write(erasePerson, { ...input, email: 'Di@heronsgate.example' }, admin());
  expect(erased).toMatchObject({ activity: 1 });
});

it('is refused while Scalekit has a connected account of the person', async () => {
  const { identifier } = await newAccount();
  const input = { userId: 'usr_900003', email: identifier, reason };
  const error = await failureOf(write(erasePerson, input, admin()));
  expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining('a connected account') });
});

it('is refused while Scalekit has the user, and to everybody but admins of all customers', async () => {
  const organizationId = await newOrganization();
  const created = await scalekitClient(environment).users.createUserAndMembership({
    organizationId,
    user: { email: 'cy@heronsgate.example' },
    sendInvitationEmail: false,
  });
  const input = { userId: created.user?.id ?? '', email: '', reason };
  expect((await failureOf(write(erasePerson, input, admin()))).code).toBe('conflict');
  expect((await failureOf(write(erasePerson, input, testPrincipal({ role: 'lead' })))).code).toBe(
    'forbidden',
  );
  const limited = testPrincipal({ role: 'admin', customers: new Set([organizationId]) });
  expect((await failureOf(write(erasePerson, input, limited))).code).toBe('forbidden');
  const nameless = await failureOf(
    write(erasePerson, { ...input, email: 'no address', reason: '' }, admin()),
  );
  expect(Object.keys(nameless.fieldErrors ?? {}).sort()).toEqual(['email', 'reason']);
  emulator.current.faults.add({ operation: 'users.getUser', status: 429 });
  expect((await failureOf(write(erasePerson, input, admin()))).code).toBe('rate_limited');
});
