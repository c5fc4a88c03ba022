import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { createBudget } from '@/lib/scalekit/budget';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { writeDocuments } from './store';
import { walkSlice } from './walk';
import { type WalkPage, walkSteps } from './walk-steps';

withTestDatabase();
const emulator = withEmulator();
const never = new AbortController().signal;
const slice = (options = {}) => walkSlice('production', never, options);
const state = () => db().searchWalk.findUniqueOrThrow({ where: { environment: 'production' } });
const ids = async (kind: string) =>
  (await db().searchDocument.findMany({ where: { kind, removed: false }, orderBy: { id: 'asc' } })).map(
    ({ id }) => id,
  );

beforeEach(async () => {
  await db().searchDocument.deleteMany();
  await db().searchWalk.deleteMany();
  await db().apiBudget.deleteMany();
});

/** A step of three pages; the journal tells which were read. */
function pages(name: string, read: string[], fail: (cursor: string) => Error | null = () => null) {
  return {
    ...{ name, kinds: ['organization' as const] },
    read: async (_environment: string, _scalekit: unknown, cursor: string): Promise<WalkPage> => {
      const error = fail(cursor);
      if (error) throw error;
      read.push(`${name} ${cursor || '1'}`);
      const next = { '': '2', '2': '3' }[cursor] ?? '';
      const id = `org_${name}_${cursor || '1'}`;
      const documents = [{ kind: 'organization' as const, id, organizationIds: [id], title: id }];
      return { documents, next, calls: 1 };
    },
  };
}

it('finds everything that a customer has, and says what it cost', async () => {
  const organizationId = await newOrganization('Heronsgate Rail');
  const { tokens, domains, users, clients } = scalekitClient('production');
  const { tokenId, token } = await tokens.createToken({ token: { organizationId, description: 'Nightly' } });
  const identities = { case: 'organizationId', value: organizationId } as const;
  const { domain } = await domains.createDomain({ identities, domain: { domain: 'heronsgate.example' } });
  await users.createUserAndMembership({
    ...{ organizationId, sendInvitationEmail: false },
    user: { email: 'jane@heronsgate.example' },
  });
  await clients.createOrganizationClient({ organizationId, client: { name: 'Billing sync' } });
  expect(await slice()).toBe('done');
  expect(await ids('organization')).toContain(organizationId);
  expect(await ids('api_key')).toEqual([tokenId]);
  expect(await ids('domain')).toEqual([domain?.id]);
  expect(await ids('user')).toHaveLength(1);
  expect(await ids('api_client')).toHaveLength(1);
  expect((await ids('environment_role')).length).toBeGreaterThan(0);
  const all = JSON.stringify(await db().searchDocument.findMany());
  expect(all).not.toContain(token);
  const { finishedAt, finishedCalls, startedAt, skipped } = await state();
  expect({ startedAt, skipped }).toEqual({ startedAt: null, skipped: [] });
  expect(finishedAt).not.toBeNull();
  expect(finishedCalls).toBeGreaterThan(walkSteps.length);
  // It is young now: the clock's next look does nothing, a wish of an administrator does.
  expect(await slice()).toBe('idle');
  await db().searchWalk.updateMany({ data: { requestedAt: new Date() } });
  expect(await slice()).toBe('done');
});

it('removes what a whole walk has not seen, and keeps what was written meanwhile', async () => {
  const old = new Date(Date.now() - 60_000);
  await writeDocuments('production', [document('org_gone')], old);
  await writeDocuments('development', [document('org_else')], old);
  const read: string[] = [];
  const step = pages('a', read);
  const during = {
    ...step,
    read: async (...call: Parameters<typeof step.read>) => {
      await writeDocuments('production', [document('org_new')], new Date());
      return step.read(...call);
    },
  };
  expect(await slice({ steps: [during] })).toBe('done');
  expect(await ids('organization')).toEqual(['org_a_1', 'org_a_2', 'org_a_3', 'org_else', 'org_new']);
});

it('goes on where a killed worker stopped, page by page', async () => {
  const read: string[] = [];
  const stopping = new AbortController();
  const first = pages('a', read);
  const second = pages('b', read, (cursor) => {
    if (cursor === '2') stopping.abort();
    return null;
  });
  const end = await walkSlice('production', stopping.signal, { steps: [first, second] });
  expect(end).toBeInstanceOf(Date);
  expect(await state()).toMatchObject({ step: 'b', cursor: '3', calls: 5 });
  expect(await slice({ steps: [first, second] })).toBe('done');
  expect(read).toEqual(['a 1', 'a 2', 'a 3', 'b 1', 'b 2', 'b 3']);
});

it('waits as long as Scalekit says, with the reason', async () => {
  emulator.current.faults.add({ operation: 'organizations.listOrganization', status: 429 });
  const until = await slice();
  expect(until).toBeInstanceOf(Date);
  const { waitUntil, problem } = await state();
  expect(waitUntil).toEqual(until);
  expect(problem).toBeTruthy();
  emulator.current.journal.clear();
  expect(await slice()).toEqual(until);
  expect(emulator.current.journal.list()).toEqual([]);
});

it('leaves people half of the budget, and jobs a tenth that somebody waits for', async () => {
  const perMinute = 100;
  const data = { environment: 'production', tokens: 55, perMinute, refilledAt: new Date() };
  await db().apiBudget.create({ data });
  const take = (priority: 'walk' | 'job') =>
    createBudget('production', priority, { perMinute, longestWaitMs: 0 }).take(never);
  await expect(take('walk')).rejects.toMatchObject({ code: 'rate_limited' });
  await take('job');
});

it('gives up on an operation that fails for half an hour, and on one kind of each customer', async () => {
  await newOrganization();
  await writeDocuments('production', [{ ...document('x'), kind: 'provider' }], new Date(0));
  emulator.current.faults.add({ operation: 'clients.listOrganizationClients', status: 403 });
  const failing = pages('a', [], () => new Error('It broke'));
  const steps = [
    ...walkSteps.slice(0, -1).filter(({ name }) => name === 'customers'),
    { ...failing, kinds: ['provider' as const] },
    ...walkSteps.slice(-1),
  ];
  expect(await slice({ steps })).toBeInstanceOf(Date);
  expect(await state()).toMatchObject({ step: 'a', attempts: 1 });
  await db().searchWalk.updateMany({ data: { attempts: 30, waitUntil: null } });
  expect(await slice({ steps })).toBe('done');
  expect((await state()).skipped).toEqual(['provider', 'api_client']);
  expect(await ids('provider')).toEqual(['x']);
});

it('passes over what an environment refuses, keeps its rows, and says so', async () => {
  await writeDocuments('production', [{ ...document('x'), kind: 'client' }], new Date(0));
  emulator.current.faults.add({ operation: 'clients.listClient', status: 403 });
  expect(await slice()).toBe('done');
  expect((await state()).skipped).toEqual(['client']);
  expect(await ids('client')).toEqual(['x']);
});

const document = (id: string) => ({
  ...{ kind: 'organization' as const, id, organizationIds: [id], title: id },
});

it('tells the expiry queue of open invitations, and forgets them when they are answered', async () => {
  const organizationId = await newOrganization();
  const { users } = scalekitClient('production');
  const { user } = await users.createUserAndMembership({
    ...{ organizationId, sendInvitationEmail: true },
    user: { email: 'ida@larkfield.example' },
  });
  const kept = () =>
    db().snapshotExpiry.findMany({ where: { organizationId }, select: { kind: true, id: true } });
  await slice();
  expect(await kept()).toEqual([{ kind: 'invitation', id: user?.id }]);
  const { memberships } = emulator.current.store;
  for (const one of memberships.findBy('organizationId', organizationId))
    memberships.put({ ...one, status: 'active' });
  await db().searchWalk.deleteMany();
  await db().apiBudget.deleteMany();
  expect(await slice()).toBe('done');
  expect(await kept()).toEqual([]);
});
