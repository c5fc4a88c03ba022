import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import type { StaffSession } from '@/lib/generated/prisma/client';
import { withTestDatabase } from '@/tests/setup/database';
import { hashToken, newSessionToken } from './session-token';
import { endSession, endStaffSessions, readSession, startSession, touchSession } from './staff-session';

withTestDatabase();

const start = new Date('2026-01-01T09:00:00Z');
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const idToken = 'eyJ.an.idtoken';

let staffId: string;
let token: string;

async function signIn(previousToken: string | null = null, at = start): Promise<string> {
  const fresh = newSessionToken();
  const facts = { authTime: at, idToken, userAgent: 'A browser' };
  await startSession({ ...facts, token: fresh, staffId, previousToken }, at);
  return fresh;
}

async function live(now: Date): Promise<StaffSession> {
  const reading = await readSession(token, now);
  if (reading.state !== 'live') throw new Error(`The session is ${reading.state}`);
  return reading.session;
}

beforeEach(async () => {
  await db().staff.deleteMany();
  const staff = { email: 'jo@example.test', name: 'Jo', effectiveRole: 'support' };
  staffId = (await db().staff.create({ data: staff })).id;
  token = await signIn();
});

describe('what is stored', () => {
  it('is the hash of the token, and neither the token nor the ID token', async () => {
    const rows = await db().staffSession.findMany();
    expect(rows[0]?.tokenHash).toBe(hashToken(token));
    const dump = JSON.stringify(rows);
    expect(dump).not.toContain(token);
    expect(dump).not.toContain('idtoken');
  });

  it('cannot be used as a cookie', async () => {
    expect((await readSession(hashToken(token), start)).state).toBe('ended');
  });
});

describe('limits', () => {
  it('ends after twelve hours, however busy', async () => {
    for (let minute = 60; minute < 720; minute += 60)
      await touchSession(await live(minutesIn(minute)), minutesIn(minute));
    expect((await readSession(token, minutesIn(719))).state).toBe('live');
    expect((await readSession(token, minutesIn(720))).state).toBe('expired');
  });

  it('ends after four idle hours, and does not come back', async () => {
    expect((await readSession(token, minutesIn(240))).state).toBe('live');
    expect((await readSession(token, minutesIn(241))).state).toBe('idle');
  });

  it('counts the idle time from the last act', async () => {
    await touchSession(await live(minutesIn(200)), minutesIn(200));
    expect((await readSession(token, minutesIn(440))).state).toBe('live');
    expect((await readSession(token, minutesIn(441))).state).toBe('idle');
  });

  it('is not moved by reading', async () => {
    await live(minutesIn(200));
    expect((await readSession(token, minutesIn(241))).state).toBe('idle');
  });

  it('writes at most once a minute', async () => {
    await touchSession(await live(minutesIn(0.9)), minutesIn(0.9));
    expect((await live(minutesIn(0.9))).lastSeenAt).toEqual(start);
    await touchSession(await live(minutesIn(1)), minutesIn(1));
    expect((await live(minutesIn(1))).lastSeenAt).toEqual(minutesIn(1));
  });

  it('keeps the later time when two requests touch at once', async () => {
    const session = await live(minutesIn(5));
    await touchSession(session, minutesIn(5));
    await touchSession(session, minutesIn(4));
    expect((await live(minutesIn(5))).lastSeenAt).toEqual(minutesIn(5));
  });
});

describe('ending', () => {
  it('gives the ID token to the cookie’s holder, once', async () => {
    expect(await endSession(token)).toEqual({ idToken });
    expect((await readSession(token, start)).state).toBe('ended');
    expect(await endSession(token)).toEqual({ idToken: null });
  });

  it('ends all of a person', async () => {
    await signIn();
    expect(await endStaffSessions(staffId)).toBe(2);
    expect((await readSession(token, start)).state).toBe('ended');
  });

  it('counts a disabled person’s session as ended', async () => {
    await db().staff.update({ where: { id: staffId }, data: { disabledAt: start } });
    expect((await readSession(token, start)).state).toBe('ended');
  });

  it('happens to the browser’s old session at every sign-in, and to no other', async () => {
    const elsewhere = await signIn();
    const next = await signIn(token);
    expect((await readSession(token, start)).state).toBe('ended');
    expect((await readSession(elsewhere, start)).state).toBe('live');
    expect((await readSession(next, start)).state).toBe('live');
  });

  it('forgets sessions a week after their end', async () => {
    await signIn(null, minutesIn(60 * 24 * 8));
    expect(await db().staffSession.count()).toBe(1);
  });

  it('knows no session without a cookie', async () => {
    expect((await readSession(undefined)).state).toBe('none');
    expect((await readSession('')).state).toBe('none');
    expect((await readSession('made up')).state).toBe('ended');
  });
});
