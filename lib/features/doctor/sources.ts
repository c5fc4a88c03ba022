import 'server-only';
import { can, mayReach, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { type LoggedSignIn, readSignInLog } from '@/lib/server/sign-in-log';
import type { Attempt, Change } from './evidence';

/*
 * The two histories that the doctor reads. Today: the login log itself and the staff log. A local copy of the events
 * takes their place by changing these functions alone.
 */

export type Reader = { environment: string; principal: Principal; scalekit: ScalekitClient };

/** Whose sign-ins. By `email` the API filters; the others are picked out of the newest lines of everybody. */
type Wanted = { email?: string; requestId?: string; organizationId?: string; connectionId?: string };

const linesOfPerson = 50;
const pagesForRequest = 3;

/**
 * Sign-ins, newest first, that this person may see. `complete` false: there are older lines that were not read.
 * By request id up to three pages are looked through; by organization or connection one page of the good ones and one of
 * those that failed, at once.
 */
export async function readSignIns(
  wanted: Wanted,
  { principal, scalekit }: Reader,
): Promise<{ rows: Attempt[]; complete: boolean }> {
  const { email, requestId, organizationId, connectionId } = wanted;
  const [read, complete] = await readLines(wanted, scalekit);
  const isWanted = (row: LoggedSignIn) =>
    (!organizationId || row.organizationId === organizationId) &&
    (!connectionId || row.connectionIds.includes(connectionId)) &&
    (!requestId || Boolean(email) || row.id === requestId);
  const rows = read
    .filter(isWanted)
    .filter((row) => principal.customers === 'all' || mayReach(principal, row.organizationId ?? ''))
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return { rows: rows.map(({ workflow: _, ...attempt }) => attempt), complete };
}

async function readLines(
  { email, requestId }: Wanted,
  scalekit: ScalekitClient,
): Promise<[LoggedSignIn[], boolean]> {
  if (email || requestId) {
    const size = email ? { email, size: linesOfPerson } : { pages: pagesForRequest };
    const { rows, complete } = await readSignInLog(scalekit, size);
    return [rows, complete];
  }
  const [good, bad] = await Promise.all([
    readSignInLog(scalekit, { status: 'SUCCESS' }),
    readSignInLog(scalekit, { status: 'FAILED' }),
  ]);
  return [[...good.rows, ...bad.rows], good.complete && bad.complete];
}

/** Acts that can decide whether somebody signs in. */
const decisive = /^(connection|domain|member|directory|client|organization_role|user|portal_link)\./;
const mostChanges = 50;

/**
 * What changed at a customer in the last 90 days, newest first, as far as the staff log knows: who at Scalekit’s own
 * dashboard changed something stands nowhere. Null where the person may not read the staff log.
 */
export async function readChanges(
  organizationId: string,
  { environment, principal }: Reader,
): Promise<Change[] | null> {
  if (!can(principal, 'staff_log.read') || !mayReach(principal, organizationId)) return null;
  const after = new Date(Date.now() - 90 * 86_400_000);
  const rows = await db().staffLog.findMany({
    where: { environment, organizationId, kind: 'intent', at: { gte: after } },
    orderBy: { id: 'desc' },
    take: 4 * mostChanges,
    select: { id: true, at: true, actorEmail: true, actorRole: true, action: true, targetId: true },
  });
  const acts = rows.filter(({ action }) => decisive.test(action)).slice(0, mostChanges);
  const outcomes = await db().staffLog.findMany({
    where: { intentId: { in: acts.map(({ id }) => id) }, kind: 'outcome' },
    select: { intentId: true, outcome: true, targetId: true },
  });
  const ended = new Map(outcomes.map((one) => [one.intentId, one]));
  return acts.map(({ id, at, actorEmail, actorRole, action, targetId }) => ({
    ...{ id: String(id), at: at.toISOString(), action },
    who: actorRole === 'customer' ? `${actorEmail} (the customer)` : actorEmail || 'Keydesk itself',
    targetId: ended.get(id)?.targetId ?? targetId,
    outcome: ended.get(id)?.outcome ?? 'unknown',
  }));
}
