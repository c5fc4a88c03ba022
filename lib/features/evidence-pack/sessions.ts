import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { describeDevice } from '@/lib/scalekit/device';
import type { sessionsPb } from '@/lib/scalekit/services';
import { organizationsOfSession } from '@/lib/scalekit/session-organizations';
import { toIso } from '@/lib/scalekit/timestamps';
import type { Administrator, Administrators } from './administrators';
import type { EvidencePart } from './schema';

export const mostAdministrators = 50;
/** Administrators whose sessions are read at the same time. */
const atOnce = 4;
/** Pages of one administrator's active sessions that are read at most: 300 sessions. */
const mostPages = 3;

const unknown = 'not known';

/**
 * What is signed in now, of each administrator: Scalekit lists sessions by user alone. A refused read is "not known"; after
 * the API's limit was met nobody else is asked for.
 */
export async function sessionsPart(
  scalekit: ScalekitClient,
  organizationId: string,
  { found, read, total }: Administrators,
): Promise<EvidencePart> {
  const asked = found.slice(0, mostAdministrators);
  const rows: string[][] = [];
  let isLimited = false;
  for (let start = 0; start < asked.length; start += atOnce) {
    const some = asked.slice(start, start + atOnce);
    const answers = await Promise.all(
      some.map(({ id }) => (isLimited ? null : readActive(scalekit, organizationId, id).catch(toRefusal))),
    );
    isLimited ||= answers.some((answer) => answer instanceof AppError && answer.code === 'rate_limited');
    rows.push(...some.map((person, index) => toRow(person, answers[index] ?? null)));
  }
  const isWhole =
    read >= total && asked.length === found.length && !rows.some(([, count]) => count === unknown);
  return {
    title: 'Sessions of the administrators',
    note: `Active sessions that are signed in to this organization.${beyond(asked.length, found.length)}`,
    asOf: isWhole ? new Date().toISOString() : null,
    columns: ['E-mail', 'Active sessions', 'Newest use', 'Device of the newest'],
    rows,
  };
}

const beyond = (asked: number, found: number) =>
  asked < found ? ` Of the first ${asked} administrators; those of ${found - asked} more were not read.` : '';

/** Only what Scalekit says is told as not known. */
function toRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

type Active = { sessions: sessionsPb.SessionDetails[]; isWhole: boolean };

async function readActive(scalekit: ScalekitClient, organizationId: string, userId: string): Promise<Active> {
  const sessions: sessionsPb.SessionDetails[] = [];
  const filter = { status: ['active'] };
  let pageToken = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await scalekit.sessions.getUserSessions({ userId, pageToken, pageSize: 100, filter });
    // What the person does at other customers is not this one's to know.
    sessions.push(...answer.sessions.filter((one) => organizationsOfSession(one).includes(organizationId)));
    pageToken = answer.nextPageToken;
    if (!pageToken) return { sessions, isWhole: true };
  }
  return { sessions, isWhole: false };
}

function toRow({ email }: Administrator, answer: Active | AppError | null): string[] {
  if (!answer || answer instanceof AppError) return [email, unknown, unknown, unknown];
  const { sessions, isWhole } = answer;
  const used = sessions
    .map(({ lastActiveAt, createdAt, device }) => ({ at: toIso(lastActiveAt ?? createdAt) ?? '', device }))
    .sort((one, other) => other.at.localeCompare(one.at));
  const count = isWhole ? String(sessions.length) : `at least ${sessions.length}`;
  const [newest] = used;
  if (!newest) return [email, count, 'none', 'none'];
  return [email, count, newest.at || unknown, describeDevice(newest.device)];
}
