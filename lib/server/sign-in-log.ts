import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { providerName } from '@/lib/provider-name';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { auditlogsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';

/** One line of the login log. It holds no reason. Times are ISO 8601. */
export type LoggedSignIn = {
  /** The auth request's id. */
  id: string;
  at: string;
  status: 'success' | 'failed' | 'underway';
  email: string | null;
  organizationId: string | null;
  /** The one that was used comes first. */
  connectionIds: string[];
  /** `SAML · Okta`. */
  connection: string;
  workflow: string;
};

export const logPageSize = 100;

type Filter = {
  email?: string;
  /** ISO 8601; included. */
  since?: string;
  status?: 'SUCCESS' | 'FAILED';
  /** Rows of a page, and pages one after the other, at most. */
  size?: number;
  pages?: number;
  /** ISO 8601: no further page once a line is as old as this. */
  reach?: string;
  /** Milliseconds since 1970: no further page after this moment. */
  notAfter?: number;
};

/**
 * Lines of the login log, newest first. The API filters by e-mail, time and status alone: whoever wants those of a
 * customer or a connection keeps what fits, and knows no more than was read. `complete` false: there are more.
 * Source: GET /logs/authentication/requests.
 */
export async function readSignInLog(
  scalekit: ScalekitClient,
  { email = '', since, status, size = logPageSize, pages = 1, reach, notAfter }: Filter,
): Promise<{ rows: LoggedSignIn[]; complete: boolean }> {
  const startTime = since ? timestampFromDate(new Date(since)) : undefined;
  const filter = { email, startTime, status: status ? [status] : [], pageSize: size };
  const rows: LoggedSignIn[] = [];
  let pageToken = '';
  for (let page = 0; page < pages; page += 1) {
    const answer = await scalekit.authLogs.listAuthRequests({ ...filter, pageToken });
    rows.push(...answer.authRequests.flatMap(toLoggedSignIn));
    pageToken = answer.nextPageToken;
    if (!pageToken || (reach && rows.some(({ at }) => at <= reach))) break;
    if (notAfter && Date.now() >= notAfter) break;
  }
  return { rows: rows.filter(({ at }) => !since || at >= since), complete: pageToken === '' };
}

/** `SAML · Okta`, from the log's own `SAML` and `OKTA`. */
export function connectionWords(type: string, provider: string): string {
  return [type, provider && providerName(provider)].filter(Boolean).join(' · ');
}

function toLoggedSignIn(row: auditlogsPb.AuthLogRequest): LoggedSignIn[] {
  const at = toIso(row.timestamp);
  if (!at) return [];
  const status = row.status.toUpperCase();
  const used = [row.connectionId, ...row.connectionDetails.map(({ connectionId }) => connectionId)];
  return [
    {
      id: row.authRequestId,
      at,
      status: status === 'SUCCESS' ? 'success' : status === 'FAILED' ? 'failed' : 'underway',
      email: row.email || null,
      // A line without it belongs to whoever has the connection.
      organizationId:
        row.organizationId || row.connectionDetails.find((one) => one.organizationId)?.organizationId || null,
      connectionIds: [...new Set(used.filter(Boolean))],
      connection: connectionWords(row.connectionType, row.connectionProvider),
      workflow: row.workflow,
    },
  ];
}

/** What is watched: an address, a connection of a customer, or the one at the other. */
export type WatchedSignIn = {
  organizationId: string | null;
  connectionId: string | null;
  email: string | null;
};

/** True for a line that is about what is watched. An id of another customer's connection leads to nothing. */
export function isWatched(
  row: LoggedSignIn,
  { organizationId, connectionId, email }: WatchedSignIn,
): boolean {
  if (organizationId && row.organizationId !== organizationId) return false;
  if (connectionId && !row.connectionIds.includes(connectionId)) return false;
  return !email || row.email?.toLowerCase() === email.toLowerCase();
}

/** What lines of the log, newest first, say of what is watched. */
export function summarizeSignIns(rows: LoggedSignIn[], watched: WatchedSignIn) {
  const ours = rows.filter((row) => isWatched(row, watched));
  const failed = ours.filter(({ status }) => status === 'failed');
  return {
    /** The first good one. */
    success: ours.filter(({ status }) => status === 'success').at(-1) ?? null,
    /** The newest that failed. */
    failure: failed[0] ?? null,
    failures: failed.length,
    underway: ours.filter(({ status }) => status === 'underway').length,
  };
}
