import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { cutApiKey, cutConnectedAccount, cutMembership, cutSession } from './actions';
import { checkAddress, checkUser } from './queries';

withTestDatabase();
const emulator = withEmulator();

const check = (input: object, principal = testPrincipal()) =>
  runQuery(checkUser.definition, 'production', principal, input);
const checkEmail = (input: object, principal = testPrincipal()) =>
  runQuery(checkAddress.definition, 'production', principal, input);
const newId = (prefix: string) => `${prefix}_${Math.floor(Math.random() * 1e15)}`;

/** Somebody with one of everything at one customer. */
async function leaver() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const organizationId = await newOrganization();
  const { users, tokens } = scalekitClient('production');
  const email = `ada.${randomUUID()}@heronsgate.example`;
  const created = await users.createUserAndMembership({
    organizationId,
    user: { email },
    sendInvitationEmail: false,
  });
  const userId = created.user?.id ?? '';
  const key = await tokens.createToken({ token: { organizationId, userId, description: 'Nightly' } });
  const { store, clock } = emulator.current;
  const now = clock.now();
  const times = { createdAt: now, updatedAt: now };
  const session = store.sessions.put({
    id: newId('ses'),
    ...times,
    userId,
    organizationId,
    authenticatedOrganizations: [organizationId],
    authenticatedClients: [],
    idleExpiresAt: now + 3_600_000,
    absoluteExpiresAt: now + 7_200_000,
    lastActiveAt: now,
    device: {
      userAgent: 'Firefox',
      os: 'Linux',
      osVersion: '6',
      browser: 'Firefox',
      browserVersion: '140',
      deviceType: 'desktop',
      ip: '192.0.2.7',
    },
  });
  const account = store.connectedAccounts.put({
    id: newId('ca'),
    ...times,
    connectionId: 'conn_1',
    connector: 'gmail',
    provider: 'GMAIL',
    identifier: email,
    organizationId,
    userId,
    status: 'ACTIVE',
    type: 'OAUTH',
  });
  return {
    organizationId,
    userId,
    email,
    tokenId: key.tokenId,
    sessionId: session.id,
    accountId: account.id,
  };
}

// The first calls of each kind load code: on a busy machine they take longer than a call may.
beforeAll(() =>
  leaver()
    .then(({ userId }) => check({ userId }))
    .then(
      () => {},
      () => {},
    ),
);

const kindsOf = ({ items }: { items: { kind: string }[] }) => items.map(({ kind }) => kind);
const everything = ['api_key', 'connected_account', 'session', 'membership'];

describe('checkUser', () => {
  it('finds everything by which somebody still gets in, in the order of cutting', async () => {
    const { userId, organizationId, email } = await leaver();
    const found = await check({ userId });
    expect(found).toMatchObject({ email, isLimited: false, isWhole: true, unread: [] });
    expect(found.organizations).toMatchObject([{ id: organizationId, name: 'Heronsgate Rail' }]);
    expect(kindsOf(found)).toEqual(everything);
    expect(JSON.stringify(found)).not.toMatch(/emutok_/);
  });

  it('names what could not be read instead of calling it empty', async () => {
    const { userId } = await leaver();
    emulator.current.faults.add({ operation: 'organizations.getApplicationSessionPolicy', status: 403 });
    emulator.current.faults.add({ operation: 'tokens.listTokens', status: 404 });
    const found = await check({ userId });
    expect(found.tokens.minutes).toBeNull();
    expect(found.unread.map((text) => text.split(' ')[0])).toEqual(expect.arrayContaining(['Token', 'API']));
    expect(kindsOf(found)).toEqual(['connected_account', 'session', 'membership']);
  });

  it('shows a limited person their customers alone, and says that there may be more', async () => {
    const { userId, organizationId } = await leaver();
    const other = await newOrganization('Elsewhere');
    await scalekitClient('production').users.createMembership({
      organizationId: other,
      identities: { case: 'id', value: userId },
      membership: {},
    });
    const mine = await check({ userId }, testPrincipal({ customers: new Set([organizationId]) }));
    expect(mine).toMatchObject({ isLimited: true, organizations: [{ id: organizationId }] });
    expect(kindsOf(mine)).toEqual(everything);
    const theirs = await check({ userId }, testPrincipal({ customers: new Set([other]) }));
    expect(kindsOf(theirs)).toEqual(['membership']);
    const nobody = testPrincipal({ customers: new Set() });
    expect((await failureOf(check({ userId }, nobody))).code).toBe('not_found');
  });
});

describe('checkAddress', () => {
  it('finds the user record where there is one', async () => {
    const { email, userId } = await leaver();
    expect(await checkEmail({ email: email.toUpperCase() })).toMatchObject({ userId });
  });

  it('finds what outlived a deleted user, at the organization that was named', async () => {
    const { email, userId, organizationId } = await leaver();
    await scalekitClient('production').users.deleteUser({ identities: { case: 'id', value: userId } });
    const found = await checkEmail({ email, organizationId });
    expect(found).toMatchObject({ userId: null, organizations: [{ id: organizationId }] });
    expect(kindsOf(found)).not.toContain('membership');
  });

  it('keeps to the customers of a limited person', async () => {
    const { email, organizationId } = await leaver();
    const limited = testPrincipal({ customers: new Set([await newOrganization()]) });
    expect((await failureOf(checkEmail({ email, organizationId }, limited))).code).toBe('not_found');
    expect(await checkEmail({ email }, limited)).toMatchObject({
      userId: null,
      items: [],
      organizations: [],
    });
    expect((await failureOf(checkEmail({ email: 'ada' }))).code).toBe('invalid');
  });
});

describe('cutting', () => {
  it('leaves nothing that the check finds, and logs each step', async () => {
    const somebody = testPrincipal();
    const { organizationId, userId, email, tokenId, sessionId, accountId } = await leaver();
    await write(cutApiKey, { organizationId, tokenId }, somebody);
    await write(cutConnectedAccount, { accountId, organizationId: null, userId, email }, somebody);
    await write(cutSession, { userId, sessionId }, somebody);
    await write(cutMembership, { organizationId, userId }, somebody);
    const after = await check({ userId });
    expect(after.items).toEqual([]);
    expect(after.tokens.lastEndedAt).not.toBeNull();
    const outcomes = (await logOf(somebody)).filter(({ kind }) => kind === 'outcome');
    expect(outcomes.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'api_key.revoke ok',
      'departure.disconnect_account ok',
      'session.revoke ok',
      'member.remove ok',
    ]);
  });

  it('takes nothing that is another’s', async () => {
    const one = await leaver();
    const other = await leaver();
    const { organizationId, userId, email } = one;
    const wrong = [
      () => write(cutApiKey, { organizationId, tokenId: other.tokenId }),
      () => write(cutConnectedAccount, { accountId: other.accountId, organizationId, userId, email }),
      () => write(cutSession, { userId, sessionId: other.sessionId }),
    ];
    for (const call of wrong) expect((await failureOf(call())).code).toBe('not_found');
    expect(kindsOf(await check({ userId: other.userId }))).toEqual(everything);
  });

  it('lets a limited person disconnect at their customer, and nothing without one', async () => {
    const { organizationId, userId, email, accountId } = await leaver();
    const limited = testPrincipal({ customers: new Set([organizationId]) });
    const input = { accountId, organizationId: null, userId, email };
    expect((await failureOf(write(cutConnectedAccount, input, limited))).code).toBe('forbidden');
    await write(cutConnectedAccount, { ...input, organizationId }, limited);
    expect(kindsOf(await check({ userId }, limited))).not.toContain('connected_account');
  });

  it('refuses what is no id', async () => {
    const { organizationId, userId, email } = await leaver();
    const bad = { accountId: 'nonsense', organizationId, userId, email };
    expect((await failureOf(write(cutConnectedAccount, bad))).fieldErrors).toHaveProperty('accountId');
    expect((await failureOf(write(cutSession, { userId, sessionId: 'x' }))).code).toBe('invalid');
    expect((await failureOf(write(cutApiKey, { organizationId, tokenId: 'x' }))).code).toBe('invalid');
    expect((await failureOf(write(cutMembership, { organizationId, userId: 'x' }))).code).toBe('invalid');
  });

  itFailsInWords({ action: cutSession, emulator, operation: 'sessions.revokeSession', input: leaver });
  itFailsInWords({ action: cutApiKey, emulator, operation: 'tokens.invalidateToken', input: leaver });
  itFailsInWords({ action: cutMembership, emulator, operation: 'users.deleteMembership', input: leaver });
  itFailsInWords({
    action: cutConnectedAccount,
    emulator,
    operation: 'connectedAccounts.disconnectConnectedAccount',
    input: leaver,
  });
});
