import { expect, it } from 'vitest';
import { storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
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
  const somebody = admin();
  const erased = await write(erasePerson, { userId, email: '', reason }, somebody);
  expect(erased).toEqual({ activity: 2, index: 1, watches: 1 });
  // The next reading of the login log brings the same line again.
  await storeActivity([theirs]);
  const left = await db().$queryRaw`
    SELECT id, email, words, data FROM activity.entry WHERE environment = ${environment} ORDER BY id`;
  expect(left).toMatchObject([
    { id: 'auth_1', email: null, words: '', data: { erased: true } },
    { id: 'auth_2', words: 'bo', data: { name: 'Bo' } },
    { id: 'evt_1', email: null, data: { erased: true } },
  ]);
  const index = await db().searchDocument.findMany({ where: { id: userId } });
  expect(JSON.stringify([left, index])).not.toMatch(/lindqvist|Ada/i);
  const log = await logOf(somebody);
  expect(log).toMatchObject([
    { kind: 'intent', action: 'person.erase', targetId: userId, details: {} },
    { kind: 'outcome', outcome: 'ok', details: { activity: 2 } },
  ]);
  expect(JSON.stringify(log)).not.toContain('lindqvist');
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
