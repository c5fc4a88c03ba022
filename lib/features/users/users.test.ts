import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeDevice } from '@/emulator/sessions/device';
import { startSession } from '@/emulator/sessions/lifecycle';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { revokeSession, revokeUserSessions } from './actions';
import { getUser, listSessions, listUsers, lookupUser, searchUsers } from './queries';

withTestDatabase();
const emulator = withEmulator();

const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function newMember(organizationId: string, externalId?: string): Promise<string> {
  const { user } = await scalekitClient('production').users.createUserAndMembership({
    organizationId,
    sendInvitationEmail: false,
    user: { email: `ada.${randomUUID()}@heronsgate.example`, externalId, userProfile: { givenName: 'Ada' } },
  });
  return user?.id ?? '';
}

function signIn(userId: string, organizationId: string): string {
  const device = describeDevice(agent, '203.0.113.9');
  return startSession(emulator.current.environment, { userId, organizationId, device }).id;
}

/** Somebody who is signed in twice. */
async function signedIn() {
  const organizationId = await newOrganization();
  const userId = await newMember(organizationId);
  return {
    organizationId,
    userId,
    sessionId: signIn(userId, organizationId),
    other: signIn(userId, organizationId),
  };
}

const limitedTo = (...ids: string[]) => testPrincipal({ customers: new Set(ids) });
const sessions = async (userId: string, who = testPrincipal()) =>
  (await runQuery(listSessions.definition, 'production', who, { userId })).rows;

describe('revokeSession', () => {
  it('ends one session and leaves the other', async () => {
    const somebody = testPrincipal();
    const { userId, sessionId, organizationId } = await signedIn();
    await write(revokeSession, { userId, sessionId }, somebody);
    expect((await sessions(userId)).map(({ status }) => status)).toEqual(['active', 'revoked']);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, targetId: sessionId, details: { userId } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('knows no session of somebody else', async () => {
    const { sessionId } = await signedIn();
    const { userId } = await signedIn();
    expect((await failureOf(write(revokeSession, { userId, sessionId }))).code).toBe('not_found');
  });

  itFailsInWords({ action: revokeSession, emulator, operation: 'sessions.revokeSession', input: signedIn });
});

describe('revokeUserSessions', () => {
  it('ends all that are active and says how many', async () => {
    const { userId } = await signedIn();
    expect(await write(revokeUserSessions, { userId })).toEqual({ revoked: 2 });
    expect((await sessions(userId)).every(({ status }) => status === 'revoked')).toBe(true);
  });

  it('is refused to a limited person when it would reach into another customer', async () => {
    const { userId, organizationId } = await signedIn();
    const elsewhere = await newOrganization();
    const { users } = scalekitClient('production');
    const identities = { case: 'id', value: userId } as const;
    await users.createMembership({
      organizationId: elsewhere,
      identities,
      sendInvitationEmail: false,
      membership: {},
    });
    const error = await failureOf(write(revokeUserSessions, { userId }, limitedTo(organizationId)));
    expect(error.code).toBe('forbidden');
    expect(await write(revokeUserSessions, { userId }, limitedTo(organizationId, elsewhere))).toEqual({
      revoked: 2,
    });
  });

  itFailsInWords({
    action: revokeUserSessions,
    emulator,
    operation: 'sessions.revokeAllUserSessions',
    input: signedIn,
  });
});

describe('reading users', () => {
  it('lists, searches, and finds by id and external id', async () => {
    const organizationId = await newOrganization();
    const externalId = `person-${randomUUID()}`;
    const userId = await newMember(organizationId, externalId);
    const who = testPrincipal();
    const list = await runQuery(listUsers.definition, 'production', who, {});
    expect(list.rows[0]).toMatchObject({
      id: userId,
      name: 'Ada',
      externalId,
      memberships: [{ organizationId }],
    });
    expect(await runQuery(searchUsers.definition, 'production', who, { text: externalId })).toHaveLength(1);
    expect(await runQuery(lookupUser.definition, 'production', who, { text: externalId })).toBe(userId);
    expect(await runQuery(lookupUser.definition, 'production', who, { text: userId })).toBe(userId);
    expect(await runQuery(lookupUser.definition, 'production', who, { text: 'nobody at all' })).toBeNull();
  });

  it('shows a limited person the users and memberships of their customers alone', async () => {
    const [mine, other] = [await newOrganization(), await newOrganization()];
    const userId = await newMember(mine);
    const stranger = await newMember(other);
    const { users } = scalekitClient('production');
    const identities = { case: 'id', value: userId } as const;
    await users.createMembership({
      organizationId: other,
      identities,
      sendInvitationEmail: false,
      membership: {},
    });
    const who = limitedTo(mine);
    const user = await runQuery(getUser.definition, 'production', who, { userId });
    expect(user.memberships.map(({ organizationId }) => organizationId)).toEqual([mine]);
    for (const read of [getUser, listSessions]) {
      const error = await failureOf(
        runQuery(read.definition as typeof getUser.definition, 'production', who, { userId: stranger }),
      );
      expect(error.code).toBe('not_found');
    }
    expect((await failureOf(runQuery(listUsers.definition, 'production', who, {}))).code).toBe('forbidden');
    const found = await runQuery(searchUsers.definition, 'production', who, { text: 'heronsgate' });
    expect(found.every(({ memberships }) => memberships.every((one) => one.organizationId === mine))).toBe(
      true,
    );
    expect(await runQuery(lookupUser.definition, 'production', who, { text: stranger })).toBeNull();
  });

  it('describes sessions by device and place, and hides those of other customers', async () => {
    const { userId, organizationId } = await signedIn();
    const [row] = await sessions(userId);
    expect(row).toMatchObject({
      status: 'active',
      device: 'Firefox 140 on Windows 10.0',
      ip: '203.0.113.9',
      organizationId,
    });
    const elsewhere = await newOrganization();
    const { users } = scalekitClient('production');
    const identities = { case: 'id', value: userId } as const;
    await users.createMembership({
      organizationId: elsewhere,
      identities,
      sendInvitationEmail: false,
      membership: {},
    });
    expect(await sessions(userId, limitedTo(elsewhere))).toEqual([]);
  });
});
