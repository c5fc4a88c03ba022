import 'server-only';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { toErrorView } from '@/lib/errors';
import { formatExactTime, formatRelativeTime } from '@/lib/format';
import type { ScalekitClient } from '@/lib/scalekit/client';
import {
  findCopiedSignIn,
  findLogCopy,
  type LogCopy,
  mergeSignIns,
  readCopiedSignIns,
} from '@/lib/server/log-copy';
import { type LoggedSignIn, readSignInLog } from '@/lib/server/sign-in-log';
import { toAppError } from '@/lib/server/to-app-error';
import type { Attempt } from './evidence';

/** What is heard beside the answers: how far the two histories were read, as sentences. */
export type Heard = {
  log: { complete: boolean; joined: boolean; from: string };
  gaps: string[];
  changeGaps: string[];
};

export const newHeard = (): Heard => ({
  log: { complete: true, joined: false, from: '' },
  gaps: [],
  changeGaps: [],
});

export type Reader = {
  environment: string;
  principal: Principal;
  scalekit: ScalekitClient;
  heard?: Heard;
};

/** Whose sign-ins. By `email` the API filters; the others are picked out of the newest lines of everybody. */
type Wanted = { email?: string; requestId?: string; organizationId?: string; connectionId?: string };

const linesOfPerson = 50;
const pagesForRequest = 3;
const pagesToCopy = 3;

/** `live` false: Scalekit did not answer, and these are the copy's lines. */
type Reading = {
  rows: LoggedSignIn[];
  complete: boolean;
  joined: boolean;
  from: string;
  gap?: string;
  live?: false;
};

/**
 * Sign-ins, newest first, that this person may see: Scalekit's newest lines, and behind them our copy of the log where
 * the two meet. `complete` false: there are older lines that were not read; `live` false: newer ones.
 * By organization or connection Scalekit is asked for one page of the good ones and one of those that failed, at once.
 */
export async function readSignIns(
  wanted: Wanted,
  { environment, principal, scalekit, heard }: Reader,
): Promise<{ rows: Attempt[]; complete: boolean; live: boolean }> {
  const { email, requestId, organizationId, connectionId } = wanted;
  const copy = await findLogCopy(environment);
  const byRequest = requestId && !email;
  const reading = byRequest
    ? await readRequest(requestId, environment, scalekit, copy)
    : await readBoth(wanted, environment, scalekit, copy);
  const isWanted = (row: LoggedSignIn) =>
    (!organizationId || row.organizationId === organizationId) &&
    (!connectionId || row.connectionIds.includes(connectionId)) &&
    (!byRequest || row.id === requestId);
  const rows = reading.rows
    .filter(isWanted)
    .filter((row) => principal.customers === 'all' || mayReach(principal, row.organizationId ?? ''));
  const { complete, joined, from, gap, live = true } = reading;
  if (heard) {
    heard.log = { complete, joined, from };
    if (gap) heard.gaps.push(gap);
  }
  return { rows: rows.map(({ workflow: _, ...attempt }) => attempt), complete, live };
}

/** What is decided in the copy stays so; else the newest pages of everybody are looked through. */
async function readRequest(
  requestId: string,
  environment: string,
  scalekit: ScalekitClient,
  copy: LogCopy | null,
): Promise<Reading> {
  const copied = await findCopiedSignIn(environment, requestId);
  const from = copied ? `From our copy of the login log${age(copy)}.` : 'From Scalekit’s login log.';
  if (copied && copied.status !== 'underway') return { rows: [copied], complete: true, joined: true, from };
  const { rows, complete } = await readSignInLog(scalekit, { pages: pagesForRequest });
  const isFound = rows.some(({ id }) => id === requestId);
  return {
    rows: mergeSignIns(copied ? [copied] : [], rows),
    complete: complete || isFound || copied !== null,
    joined: false,
    from: isFound ? 'From Scalekit’s login log.' : from,
  };
}

async function readBoth(
  wanted: Wanted,
  environment: string,
  scalekit: ScalekitClient,
  copy: LogCopy | null,
): Promise<Reading> {
  const [live, copied] = await Promise.all([
    readLive(wanted, scalekit, copy).catch(toAppError),
    copy ? readCopied(wanted, environment) : [],
  ]);
  if (live instanceof Error) {
    if (!copy?.isFresh) throw live;
    const { message, requestId } = toErrorView(live);
    return {
      ...{
        rows: copied,
        complete: false,
        joined: true,
        from: `From our copy alone${age(copy)}.`,
        live: false,
      },
      gap: `Scalekit’s own login log could not be read: ${message}${requestId ? ` (request ${requestId})` : ''} What came after our copy was read is missing.`,
    };
  }
  const complete = live.every((list) => list.complete);
  const rows = live.map((list) => list.rows);
  const alone = { rows: mergeSignIns(...rows), complete, joined: false };
  if (!copy)
    return { ...alone, from: 'From Scalekit’s newest lines: there is no copy of the login log here yet.' };
  const meets = live.every((list) => list.complete || list.rows.some(({ at }) => at <= copy.joinsAt));
  if (!meets)
    return {
      ...{ ...alone, from: 'From Scalekit’s newest lines alone.' },
      gap: `Our copy of the login log ends ${formatExactTime(copy.readAt)}, before the oldest line that Scalekit was asked for. What lies between was not read, and the copy was left out.`,
    };
  const back = copy.oldest ? ` and goes back to ${formatExactTime(copy.oldest)}` : '';
  return {
    ...{ rows: mergeSignIns(copied, ...rows), complete, joined: true },
    from: `From Scalekit’s newest lines and our copy of the login log, which was${age(copy).replace(',', '')}${back}.`,
  };
}

const age = (copy: LogCopy | null) =>
  copy ? `, read ${formatRelativeTime(copy.readAt)} (${formatExactTime(copy.readAt)})` : '';

async function readLive({ email }: Wanted, scalekit: ScalekitClient, copy: LogCopy | null) {
  if (email) return [await readSignInLog(scalekit, { email, size: linesOfPerson })];
  // Where everybody signs in, one page may not reach back to a copy of a minute ago.
  const further = copy?.isFresh ? { pages: pagesToCopy, reach: copy.joinsAt } : {};
  return Promise.all([
    readSignInLog(scalekit, { status: 'SUCCESS', ...further }),
    readSignInLog(scalekit, { status: 'FAILED', ...further }),
  ]);
}

/** An address with a request: the request may be older than the lines that are read of the address. */
async function readCopied({ email, requestId, ...place }: Wanted, environment: string) {
  const [lines, request] = await Promise.all([
    readCopiedSignIns(environment, { email, ...place }),
    requestId ? findCopiedSignIn(environment, requestId) : null,
  ]);
  const isTheirs = request && request.email === email?.toLowerCase();
  return isTheirs ? mergeSignIns(lines, [request]) : lines;
}
