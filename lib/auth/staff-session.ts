import 'server-only';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import type { PrismaClient, Staff, StaffSession } from '@/lib/generated/prisma/client';
import { hashToken, sealIdToken, unsealIdToken } from './session-token';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const keepEndedMs = 7 * 24 * hourMs;

export type NewSession = {
  token: string;
  staffId: string;
  /** The issuer's `auth_time`, where it sent one. */
  authTime: Date | null;
  idToken: string | null;
  userAgent: string | null;
  /** Where the sign-in came from, where it is known. */
  ip?: string | null;
  /** The session that this browser had before; it ends, whoever's it was. */
  previousToken: string | null;
};

/** What a session cookie amounts to. `ended`: signed out, ended elsewhere, or its person was disabled. */
export type SessionReading =
  | { state: 'live'; session: StaffSession; staff: Staff }
  | { state: 'none' | 'ended' | 'idle' | 'expired' };

/** Starts a session and ends the one that this browser had before. Returns when it expires at the latest. */
export async function startSession(start: NewSession, now = new Date()): Promise<Date> {
  const { token, staffId, authTime, userAgent } = start;
  const expiresAt = new Date(now.getTime() + env().STAFF_SESSION_HOURS * hourMs);
  const old = { expiresAt: { lt: new Date(now.getTime() - keepEndedMs) } };
  const previous = start.previousToken ? [{ tokenHash: hashToken(start.previousToken) }] : [];
  await db().$transaction([
    db().staffSession.deleteMany({ where: { OR: [old, ...previous] } }),
    db().staffSession.create({
      data: {
        ...{ staffId, authTime, expiresAt, createdAt: now, lastSeenAt: now },
        tokenHash: hashToken(token),
        idTokenSealed: start.idToken ? sealIdToken(start.idToken, token) : null,
        userAgent: userAgent?.slice(0, 300) ?? null,
        ip: start.ip ?? null,
      },
    }),
  ]);
  return expiresAt;
}

/** Reads the session behind a cookie's value. Reading does not move the idle limit. */
export async function readSession(token: string | undefined, now = new Date()): Promise<SessionReading> {
  if (!token) return { state: 'none' };
  const tokenHash = hashToken(token);
  // Every page waits for this: at once, where `include` would ask for the person after the session.
  const [session, staff] = await Promise.all([
    db().staffSession.findUnique({ where: { tokenHash } }),
    db().staff.findFirst({ where: { sessions: { some: { tokenHash } } } }),
  ]);
  if (!session || !staff || staff.disabledAt) return { state: 'ended' };
  if (session.expiresAt <= now) return { state: 'expired' };
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > env().STAFF_IDLE_MINUTES * minuteMs) return { state: 'idle' };
  return { state: 'live', session, staff };
}

/** Moves the idle limit of a live session: the person did something. Writes at most once a minute. */
export async function touchSession(session: StaffSession, now = new Date()): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - minuteMs);
  if (session.lastSeenAt > aMinuteAgo) return;
  await db().staffSession.updateMany({
    where: { id: session.id, lastSeenAt: { lte: aMinuteAgo } },
    data: { lastSeenAt: now },
  });
}

/** Ends the session behind a cookie's value. Returns the ID token that the issuer's logout asks for, if there is one. */
export async function endSession(token: string): Promise<{ idToken: string | null }> {
  const tokenHash = hashToken(token);
  const row = await db().staffSession.findUnique({ where: { tokenHash } });
  await db().staffSession.deleteMany({ where: { tokenHash } });
  return { idToken: row?.idTokenSealed ? unsealIdToken(row.idTokenSealed, token) : null };
}

/** True while a session can still be used: neither at its absolute limit nor idle for too long. */
export function isUsable({ expiresAt, lastSeenAt }: StaffSession, now = new Date()): boolean {
  return expiresAt > now && now.getTime() - lastSeenAt.getTime() <= env().STAFF_IDLE_MINUTES * minuteMs;
}

/** Ends every session of a person, within a transaction where one is given; returns how many there were. */
export async function endStaffSessions(
  staffId: string,
  store: Pick<PrismaClient, 'staffSession'> = db(),
): Promise<number> {
  return (await store.staffSession.deleteMany({ where: { staffId } })).count;
}
