import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { auditlogsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { Place } from './read-saml';
import type { SignInEvidence, SignInWatch } from './schema';

const pageSize = 100;
const mostPages = 3;

/**
 * The sign-ins through a connection since a moment. The API filters the log by time alone: a bounded number of rows of
 * all customers is read, and no more is known than they say.
 */
export async function watchSignIns(
  place: Place,
  since: string,
  scalekit: ScalekitClient,
): Promise<SignInWatch> {
  const startTime = timestampFromDate(new Date(since));
  const rows: auditlogsPb.AuthLogRequest[] = [];
  let pageToken = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await scalekit.authLogs.listAuthRequests({ startTime, pageSize, pageToken });
    rows.push(...answer.authRequests);
    pageToken = answer.nextPageToken;
    if (!pageToken) break;
  }
  return summarize(rows, place, since, pageToken === '');
}

/** What the rows of the log, newest first, say of one connection. */
export function summarize(
  rows: auditlogsPb.AuthLogRequest[],
  place: Place,
  since: string,
  complete: boolean,
): SignInWatch {
  const ours = rows.filter((row) => goesThrough(row, place)).flatMap((row) => toEvidence(row, since));
  const of = (...statuses: string[]) => ours.filter(({ status }) => statuses.includes(status));
  const failures = of('FAILED');
  return {
    success: plain(of('SUCCESS').at(-1)),
    failure: plain(failures[0]),
    failures: failures.length,
    underway: of('INITIATED', 'PENDING').length,
    checkedAt: new Date().toISOString(),
    complete,
  };
}

type Row = SignInEvidence & { status: string };

function toEvidence(row: auditlogsPb.AuthLogRequest, since: string): Row[] {
  const at = toIso(row.timestamp);
  if (!at || Date.parse(at) < Date.parse(since)) return [];
  return [{ id: row.authRequestId, at, email: row.email || null, status: row.status.toUpperCase() }];
}

function plain(row: Row | undefined): SignInEvidence | null {
  return row ? { id: row.id, at: row.at, email: row.email } : null;
}

// The organization must fit too: an id of another customer's connection leads to nothing.
function goesThrough(row: auditlogsPb.AuthLogRequest, { organizationId, connectionId }: Place): boolean {
  const details = row.connectionDetails.filter((one) => one.connectionId === connectionId);
  if (row.connectionId !== connectionId && details.length === 0) return false;
  const owner = row.organizationId || details[0]?.organizationId;
  return owner === organizationId;
}
