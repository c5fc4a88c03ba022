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
import { endOrganizationSession } from './actions';
import type { WalkStep } from './schema';
import { listOrganizationSessions } from './walk';

withTestDatabase();
const emulator = withEmulator();

async function newMember(organizationId: string): Promise<string> {
  const { user } = await scalekitClient('production').users.createUserAndMembership({
    organizationId,
    sendInvitationEmail: false,
    user: { email: `ada.${randomUUID()}@heronsgate.example` },
  });
  return user?.id ?? '';
}

function signIn(userId: string, organizationId: string): string {
  const device = describeDevice('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '203.0.113.9');
  return startSession(emulator.current.environment, { userId, organizationId, device }).id;
}

async function signedIn() {
  const organizationId = await newOrganization();
  const userId = await newMember(organizationId);
  return { organizationId, userId, sessionId: signIn(userId, organizationId) };
}

const walk = (organizationId: string, pageToken = '', who = testPrincipal()): Promise<WalkStep> =>
  runQuery(listOrganizationSessions.definition, 'production', who, { organizationId, pageToken });

describe('listOrganizationSessions', () => {
  it('finds active sessions of this organization alone', async () => {
    const { organizationId, userId, sessionId } = await signedIn();
    const elsewhere = await newOrganization();
    await scalekitClient('production').users.createMembership({
      organizationId: elsewhere,
      identities: { case: 'id', value: userId },
      membership: {},
    });
    signIn(userId, elsewhere);
    const ended = signIn(userId, organizationId);
    await scalekitClient('production').sessions.revokeSession({ sessionId: ended });
    const step = await walk(organizationId);
    expect(step).toMatchObject({ members: 1, totalMembers: 1, nextToken: null });
    expect(step.sessions.map(({ id }) => id)).toEqual([sessionId]);
  });

  it('goes through members by cursor, and asks about no other user', async () => {
    const organizationId = await newOrganization();
    const members = await Promise.all(Array.from({ length: 21 }, () => newMember(organizationId)));
    await signedIn();
    emulator.current.journal.clear();
    const first = await walk(organizationId);
    expect(first).toMatchObject({ members: 20, totalMembers: 21 });
    expect(await walk(organizationId, first.nextToken ?? '')).toMatchObject({ members: 1, nextToken: null });
    const asked = emulator.current.journal.list('sessions.getUserSessions').map(({ path }) => path);
    expect(asked).toHaveLength(21);
    expect(asked.every((path) => members.some((id) => path.includes(id)))).toBe(true);
  });

  it('is not for a person without this customer', async () => {
    const { organizationId } = await signedIn();
    const limited = testPrincipal({ customers: new Set([await newOrganization()]) });
    expect((await failureOf(walk(organizationId, '', limited))).code).toBe('not_found');
  });
});

describe('endOrganizationSession', () => {
  it('ends one and logs it under the organization', async () => {
    const somebody = testPrincipal();
    const { organizationId, sessionId } = await signedIn();
    await write(endOrganizationSession, { organizationId, sessionId }, somebody);
    expect((await walk(organizationId)).sessions).toEqual([]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, targetId: sessionId },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('leaves a session alone that has ended meanwhile', async () => {
    const { organizationId, sessionId } = await signedIn();
    await write(endOrganizationSession, { organizationId, sessionId });
    emulator.current.journal.clear();
    await write(endOrganizationSession, { organizationId, sessionId });
    expect(emulator.current.journal.list('sessions.revokeSession')).toEqual([]);
  });

  it('does not end a session of another organization', async () => {
    const { sessionId } = await signedIn();
    const organizationId = await newOrganization();
    emulator.current.journal.clear();
    const error = await failureOf(write(endOrganizationSession, { organizationId, sessionId }));
    expect(error.code).toBe('not_found');
    expect(emulator.current.journal.list('sessions.revokeSession')).toEqual([]);
  });

  it('refuses an id that is none', async () => {
    const organizationId = await newOrganization();
    const error = await failureOf(write(endOrganizationSession, { organizationId, sessionId: 'nobody' }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['sessionId']);
  });

  itFailsInWords({
    action: endOrganizationSession,
    emulator,
    operation: 'sessions.revokeSession',
    input: signedIn,
  });
});
