import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import type { Permission } from '@/lib/auth/permissions';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { errorOf } from '@/tests/setup/stub-client';
import { listActsOnUser } from './queries';

withTestDatabase();

const userId = 'usr_1234567890';
const sam = testPrincipal({ email: 'sam@keydesk.test' });

const read = (principal = sam, input: object = {}) =>
  runQuery(listActsOnUser.definition, 'production', principal, { userId, ...input });

type Act = {
  action: Permission;
  target: { type: string; id?: string };
  details?: object;
  organizationId?: string;
};

async function act({ action, target, details = {}, organizationId = 'org_1' }: Act, outcome = {}) {
  const intent = await recordIntent({
    environment: 'production',
    principal: sam,
    action,
    organizationId,
    target,
    details: { ...details },
    submissionId: randomUUID(),
  });
  await recordOutcome(intent, { outcome: 'ok', ...outcome });
}

beforeAll(async () => {
  await act({ action: 'member.invite', target: { type: 'user' } }, { target: { type: 'user', id: userId } });
  await act({ action: 'user.update', target: { type: 'user', id: userId }, organizationId: 'org_2' });
  await act({ action: 'user.update', target: { type: 'user', id: 'usr_9876543210' } });
  await act({ action: 'session.revoke', target: { type: 'session', id: 'ses_1' }, details: { userId } });
  const ended = { action: 'session.end_of_organization', target: { type: 'session', id: 'ses_2' } } as const;
  await act(ended, { details: { userId } });
});

const actionsOf = async (...input: Parameters<typeof read>) =>
  (await read(...input)).rows.map(({ action, outcome }) => `${action} ${outcome}`);

it('finds acts on the user, on a session of theirs, and an invitation that made them', async () => {
  expect(await actionsOf()).toEqual([
    'session.end_of_organization ok',
    'session.revoke ok',
    'user.update ok',
    'member.invite ok',
  ]);
});

it('shows a limited person those at their customers', async () => {
  expect(await actionsOf({ ...sam, customers: new Set(['org_2']) })).toEqual(['user.update ok']);
});

it('goes on before a time, and says where it ends', async () => {
  const { rows, endsAt } = await read();
  expect(endsAt).toBeNull();
  expect(await actionsOf(sam, { before: rows[2]?.at })).toEqual(['member.invite ok']);
});

it('is not for viewers, and takes times only', async () => {
  expect(await errorOf(read(testPrincipal({ role: 'viewer' })))).toMatchObject({ code: 'forbidden' });
  expect(await errorOf(read(sam, { before: 'yesterday' }))).toMatchObject({ code: 'invalid' });
});
