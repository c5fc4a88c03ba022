import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeDevice } from '@/emulator/sessions/device';
import { startSession } from '@/emulator/sessions/lifecycle';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { endOrganizationSessions } from './actions';
import { bulkEnd } from './bulk-end';
import { ending } from './ending';

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

const job = (organizationId: string) => ({ id: randomUUID(), environment: 'production', organizationId });

async function walk(organizationId: string, pageToken = '') {
  const step = await bulkEnd.plan?.(job(organizationId), pageToken);
  if (!step) throw new Error('It does not search');
  return step;
}

/** The single act, as the job does it. */
const endOrganizationSession = Object.assign(async () => expect.fail('the browser has no way to it'), {
  definition: ending,
});

describe('the search for sessions', () => {
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
    expect(step).toMatchObject({ done: 1, total: 1, next: null });
    expect(step.items.map(({ key }) => key)).toEqual([sessionId]);
  });

  it('goes through members by cursor, and asks about no other user', async () => {
    const organizationId = await newOrganization();
    const members = await Promise.all(Array.from({ length: 21 }, () => newMember(organizationId)));
    await signedIn();
    emulator.current.journal.clear();
    const first = await walk(organizationId);
    expect(first).toMatchObject({ done: 20, total: 21 });
    expect(await walk(organizationId, first.next ?? '')).toMatchObject({ done: 1, next: null });
    const asked = emulator.current.journal.list('sessions.getUserSessions').map(({ path }) => path);
    expect(asked).toHaveLength(21);
    expect(asked.every((path) => members.some((id) => path.includes(id)))).toBe(true);
  });
});

describe('endOrganizationSessions', () => {
  it('starts a job, and does not for a person without this customer', async () => {
    const { organizationId } = await signedIn();
    const somebody = testPrincipal();
    const { jobId } = await write(endOrganizationSessions, { organizationId }, somebody);
    expect(await db().bulkJob.findUnique({ where: { id: jobId } })).toMatchObject({
      ...{ organizationId, state: 'running', startedById: somebody.staffId, planCursor: '' },
    });
    const limited = testPrincipal({ customers: new Set([await newOrganization()]) });
    const error = await failureOf(write(endOrganizationSessions, { organizationId }, limited));
    expect(error.code).toBe('not_found');
  });
});

describe('ending', () => {
  it('ends one and logs it under the organization', async () => {
    const somebody = testPrincipal();
    const { organizationId, sessionId } = await signedIn();
    await write(endOrganizationSession, { organizationId, sessionId }, somebody);
    expect((await walk(organizationId)).items).toEqual([]);
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
