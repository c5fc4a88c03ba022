import { expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { createApiKey, revokeApiKeys } from '@/lib/features/api-keys/actions';
import { bulkRevoke } from '@/lib/features/api-keys/bulk-revoke';
import { disableConnections, enableConnections } from '@/lib/features/connections/actions';
import { bulkDisable, bulkEnable } from '@/lib/features/connections/bulk-switch';
import { lookUpUnknown } from '@/lib/features/jobs/actions';
import { inviteFromFile } from '@/lib/features/members/actions';
import { bulkInvite } from '@/lib/features/members/bulk-invite';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runSlice } from '@/lib/server/bulk/run-slice';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileFrozen } from '@/tests/setup/freeze';
import { newOrganization } from '@/tests/setup/organization';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const invite = 'users.createUserAndMembership';

const kinds = new Map(
  [bulkInvite, bulkRevoke, bulkEnable, bulkDisable].map((kind) => [kind.name as string, kind]),
);
const slice = (jobId: string) => runSlice(jobId, kinds, new AbortController().signal);
const jobOf = (id: string) => db().bulkJob.findUniqueOrThrow({ where: { id } });
const itemsOf = (jobId: string) => db().bulkItem.findMany({ where: { jobId }, orderBy: { position: 'asc' } });
const statesOf = async (jobId: string) => (await itemsOf(jobId)).map(({ state }) => state);

async function invitations(count: number, somebody?: Principal) {
  const organizationId = await newOrganization();
  const who = somebody ?? (await newStaff());
  const emails = Array.from(
    { length: count },
    (_, index) => `p${index}@${organizationId.replace('_', '')}.example`,
  );
  const file = Buffer.from(`email\n${emails.join('\n')}\n`).toString('base64');
  const { jobId } = await write(inviteFromFile, { organizationId, file }, who);
  emulator.current.journal.clear();
  return { jobId, organizationId, who };
}

const sent = () => emulator.current.journal.list(invite).length;

it('a time-out is unknown and never sent again by itself; a look-up tells what became of it', async () => {
  const { jobId } = await invitations(3);
  emulator.current.faults.add({ operation: invite, latencyMs: 4_000, times: 1 });
  emulator.current.faults.add({ operation: invite, latencyMs: 4_000, status: 503, times: 1 });
  await slice(jobId);
  expect(await statesOf(jobId)).toEqual(['unknown', 'unknown', 'ok']);
  expect((await jobOf(jobId)).state).toBe('done');
  expect(sent()).toBe(3);
  await slice(jobId);
  expect(sent(), 'nothing by itself').toBe(3);

  await write(lookUpUnknown, { jobId });
  await slice(jobId);
  expect(await itemsOf(jobId)).toMatchObject([
    { state: 'ok', sentence: 'They are a member, or invited.' },
    { state: 'failed', sentence: 'Looked up at Scalekit: it was not done.' },
    { state: 'ok' },
  ]);
  expect(sent()).toBe(3);
});

it('a rate limit is waited for as long as Scalekit says, and the item is not lost', async () => {
  const { jobId } = await invitations(2);
  emulator.current.faults.add({ operation: invite, status: 429, retryAfterSeconds: 60, times: 1 });
  const again = await slice(jobId);
  expect(again).toBeInstanceOf(Date);
  expect(Math.abs((again as Date).getTime() - Date.now() - 60_000)).toBeLessThan(5_000);
  expect(await statesOf(jobId)).toEqual(['waiting', 'waiting']);
  expect(await jobOf(jobId)).toMatchObject({
    state: 'running',
    notice: expect.stringContaining('rate limit'),
  });
  await slice(jobId);
  expect(sent(), 'not before its time').toBe(1);
  await db().bulkJob.update({ where: { id: jobId }, data: { waitUntil: new Date() } });
  await slice(jobId);
  expect(await statesOf(jobId)).toEqual(['ok', 'ok']);
  expect(await jobOf(jobId)).toMatchObject({ state: 'done', notice: null });
});

it('a freeze is waited for, and stops no job that only ends something', async () => {
  const { jobId, organizationId, who } = await invitations(2);
  const { tokenId } = await write(createApiKey, {
    ...{ organizationId, userId: null, description: 'Import', expiresAt: null, customClaims: [] },
  });
  const keys = [{ tokenId, label: 'a key' }];
  const { jobId: revoking } = await write(revokeApiKeys, { organizationId, keys }, who);
  await whileFrozen(async () => {
    await slice(jobId);
    await slice(revoking);
    expect(sent()).toBe(0);
    expect(await statesOf(jobId)).toEqual(['waiting', 'waiting']);
    expect(await jobOf(jobId)).toMatchObject({ state: 'running', notice: expect.stringContaining('frozen') });
    expect(await statesOf(revoking)).toEqual(['ok']);
  });
  await db().bulkJob.update({ where: { id: jobId }, data: { waitUntil: new Date() } });
  await slice(jobId);
  expect(await statesOf(jobId)).toEqual(['ok', 'ok']);
  expect(await jobOf(jobId)).toMatchObject({ state: 'done', notice: null });
});

it('a line that meets the beginning of a freeze is not lost: it waits for its turn again', async () => {
  const { jobId } = await invitations(1);
  const run = () => Promise.reject(new AppError('frozen', 'production is frozen.'));
  await runSlice(jobId, new Map([[bulkInvite.name, { ...bulkInvite, run }]]), new AbortController().signal);
  expect(await statesOf(jobId)).toEqual(['waiting']);
  expect(await jobOf(jobId)).toMatchObject({ state: 'running', notice: 'production is frozen.' });
  await db().bulkJob.update({ where: { id: jobId }, data: { waitUntil: new Date() } });
  await slice(jobId);
  expect(await statesOf(jobId)).toEqual(['ok']);
});

it('stops with words when its starter is disabled, or may not do it any more', async () => {
  for (const data of [{ disabledAt: new Date() }, { role: 'viewer' }]) {
    const { jobId, who } = await invitations(2);
    await db().staff.update({ where: { id: who.staffId }, data });
    await slice(jobId);
    expect(await jobOf(jobId)).toMatchObject({
      state: 'paused',
      notice: expect.stringContaining('may not do it any more'),
    });
    expect(await statesOf(jobId)).toEqual(['waiting', 'waiting']);
    expect(sent()).toBe(0);
  }
});

it('stops when the customer is taken from its starter, and logs the refusal', async () => {
  const { jobId, who } = await invitations(1);
  await db().staff.update({ where: { id: who.staffId }, data: { allCustomers: false } });
  await slice(jobId);
  expect((await jobOf(jobId)).state).toBe('paused');
  expect(await logOf(who)).toContainEqual(
    expect.objectContaining({ kind: 'denied', action: 'member.invite' }),
  );
});

it('pauses itself when Scalekit is in trouble, so that the rest is not burnt', async () => {
  const { jobId } = await invitations(8);
  emulator.current.faults.add({ operation: invite, status: 500 });
  await slice(jobId);
  expect(await jobOf(jobId)).toMatchObject({ state: 'paused', notice: expect.stringContaining('in a row') });
  expect(await statesOf(jobId)).toEqual([...Array(5).fill('failed'), ...Array(3).fill('waiting')]);
  const [first] = await itemsOf(jobId);
  expect(first?.requestId).toBeTruthy();
});

it('runs in one process at a time', async () => {
  const { jobId } = await invitations(3);
  const ends = await Promise.all([slice(jobId), slice(jobId), slice(jobId)]);
  expect(ends.filter((end) => end === 'busy')).toHaveLength(2);
  expect(sent()).toBe(3);
});

it('revokes all keys of an organization, those of other pages too, and no other', async () => {
  const [organizationId, other] = [await newOrganization(), await newOrganization()];
  const who = await newStaff();
  const { tokens } = scalekitClient('production');
  const make = (id: string) => tokens.createToken({ token: { organizationId: id } });
  for (let made = 0; made < 33; made += 1) await make(organizationId);
  await make(other);
  const { jobId } = await write(revokeApiKeys, { organizationId, keys: null }, who);
  await slice(jobId);
  expect(new Set(await statesOf(jobId))).toEqual(new Set(['ok']));
  expect((await tokens.listTokens({ organizationId })).totalCount).toBe(0);
  expect((await tokens.listTokens({ organizationId: other })).totalCount).toBe(1);
});

it('says of a chosen key that is gone already that it was so', async () => {
  const organizationId = await newOrganization();
  const who = await newStaff();
  const input = { organizationId, userId: null, description: '', expiresAt: null, customClaims: [] };
  const { tokenId } = await write(createApiKey, input);
  const { jobId } = await write(revokeApiKeys, { organizationId, keys: [{ tokenId, label: '…abcd' }] }, who);
  await scalekitClient('production').tokens.invalidateToken({ token: tokenId });
  await slice(jobId);
  expect(await itemsOf(jobId)).toMatchObject([{ state: 'skipped', sentence: 'It is not active any more.' }]);
});

it('does not start for connections of a customer that is not theirs', async () => {
  const [mine, theirs] = [await newOrganization(), await newOrganization()];
  const who = await newStaff({ customers: new Set([mine]) });
  const items = [mine, theirs].map((organizationId) => ({
    organizationId,
    connectionId: 'conn_1',
    label: 'Okta',
  }));
  const error = await failureOf(write(disableConnections, { organizationId: null, items }, who));
  expect(error.code).toBe('not_found');
  expect(await db().bulkJob.count({ where: { startedById: who.staffId } })).toBe(0);
});

it('enables what is complete and tells what is missing elsewhere; both can be disabled', async () => {
  const who = await newStaff();
  const { connections } = scalekitClient('production');
  const chosen = [];
  for (const connection of [
    { providerKey: 'CUSTOM', type: connectionsPb.ConnectionType.API_KEY },
    { provider: connectionsPb.ConnectionProvider.OKTA, type: connectionsPb.ConnectionType.SAML },
  ]) {
    const organizationId = await newOrganization();
    const { connection: made } = await connections.createConnection({ organizationId, connection });
    chosen.push({ organizationId, connectionId: made?.id ?? '', label: made?.id ?? '' });
  }
  const input = { organizationId: null, items: [...chosen, ...chosen] };
  const enable = await write(enableConnections, input, who);
  await slice(enable.jobId);
  const items = await itemsOf(enable.jobId);
  expect(items, 'one that is chosen twice is done once').toHaveLength(2);
  expect(items[1]).toMatchObject({ state: 'failed', sentence: expect.stringMatching(/Scalekit/) });
  const disable = await write(disableConnections, input, who);
  await slice(disable.jobId);
  expect((await jobOf(disable.jobId)).organizationId).toBeNull();
  for (const { organizationId, connectionId } of chosen) {
    const { connection } = await connections.getConnection({ organizationId, id: connectionId });
    expect(connection?.enabled).toBe(false);
  }
});
