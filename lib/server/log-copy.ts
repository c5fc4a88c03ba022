import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { connectionWords, type LoggedSignIn, type WatchedSignIn } from './sign-in-log';

/** How far this console's copy of the login log reaches. Times are ISO 8601. */
export type LogCopy = {
  /** When the log was last read to the end. */
  readAt: string;
  /** Whoever has read all lines back to here may go on in the copy, by Scalekit's times. */
  joinsAt: string;
  /** Its oldest line; null: it has none. */
  oldest: string | null;
  /** A minute or a few old: what it does not say has hardly happened. */
  isFresh: boolean;
};

/** The copy is read on each minute; a longer pass, or one that was missed, is no reason to mistrust it. */
const freshMs = 5 * 60_000;
/** The longest that a sign-in may take: a line keeps the time of its beginning, and ends later. */
export const longestSignInMs = 20 * 60_000;

/** How the copy stands; null where the log was never read to its end. No call. */
export async function findLogCopy(environment: string, now = new Date()): Promise<LogCopy | null> {
  const [row] = await db().$queryRaw<{ readAt: Date | null; readUntil: Date | null; oldest: Date | null }[]>`
    SELECT last_ok_at AS "readAt", read_until AS "readUntil",
      (SELECT at FROM activity.login WHERE environment = ${environment} ORDER BY at LIMIT 1) AS oldest
    FROM sync_cursor WHERE environment = ${environment} AND stream = 'login' AND purpose = 'reconcile'`;
  if (!row?.readAt || !row.readUntil) return null;
  const isFresh = now.getTime() - row.readAt.getTime() < freshMs;
  const joinsAt = row.readUntil.getTime() - (isFresh ? 0 : longestSignInMs);
  return {
    readAt: row.readAt.toISOString(),
    joinsAt: new Date(joinsAt).toISOString(),
    oldest: row.oldest?.toISOString() ?? null,
    isFresh,
  };
}

export type CopiedOf = { email?: string; organizationId?: string; connectionId?: string };

const columns = Prisma.sql`id, at, outcome, email, organization_id AS "organizationId",
  connection_id AS "connectionId", type, data`;

/**
 * What the copy says of an address, a connection or a customer, by index: the newest lines, the newest good and failed
 * ones, and the first failure after the last good one. Newest first. No call.
 */
export async function readCopiedSignIns(environment: string, of: CopiedOf): Promise<LoggedSignIn[]> {
  const rows = await db().$queryRaw<CopiedRow[]>`
    WITH theirs AS NOT MATERIALIZED (
      SELECT ${columns} FROM activity.login WHERE environment = ${environment} AND ${isOf(of)}
    ), good AS (
      SELECT * FROM theirs WHERE outcome = 'ok' ORDER BY at DESC, id DESC LIMIT 20
    )
    SELECT * FROM good
    UNION ALL (SELECT * FROM theirs WHERE outcome = 'failed' ORDER BY at DESC, id DESC LIMIT 100)
    UNION ALL (SELECT * FROM theirs ORDER BY at DESC, id DESC LIMIT 50)
    UNION ALL (SELECT * FROM theirs WHERE outcome = 'failed'
      AND at > COALESCE((SELECT max(at) FROM good), '-infinity') ORDER BY at, id LIMIT 1)`;
  return mergeSignIns(rows.map(toSignIn));
}

function isOf({ email, connectionId, organizationId }: CopiedOf): Prisma.Sql {
  if (email) return Prisma.sql`email = ${email.toLowerCase()}`;
  if (connectionId)
    return Prisma.sql`connection_id = ${connectionId} AND COALESCE(organization_id, ${organizationId ?? null}) IS NOT DISTINCT FROM ${organizationId ?? null}`;
  return Prisma.sql`organization_id = ${organizationId ?? null}`;
}

/** One line of the copy, by the auth request's id; null where it is not there. No call. */
export async function findCopiedSignIn(environment: string, requestId: string): Promise<LoggedSignIn | null> {
  const [row] = await db().$queryRaw<CopiedRow[]>`
    SELECT ${columns} FROM activity.login
    WHERE environment = ${environment} AND auth_request_id = ${requestId} LIMIT 1`;
  return row ? toSignIn(row) : null;
}

/** What is watched since a time (ISO 8601): an address, a connection of a customer, or the one at the other. */
export type Watched = WatchedSignIn & { key: string; since: string };

/** The first good sign-in of each, and up to a hundred that failed, newest first, by `key`. One statement, no call. */
export async function readCopiedSince(
  environment: string,
  watched: Watched[],
): Promise<Map<string, LoggedSignIn[]>> {
  const rows = await db().$queryRaw<(CopiedRow & { key: string })[]>`
    SELECT w.key, found.* FROM json_to_recordset(${JSON.stringify(watched)}::json)
      AS w(key text, since timestamptz, email text, "organizationId" text, "connectionId" text)
    CROSS JOIN LATERAL (
      ${firstOf(Prisma.sql`w.email IS NOT NULL AND email = w.email
        AND (w."connectionId" IS NULL OR connection_id = w."connectionId")`)}
      UNION ALL ${firstOf(Prisma.sql`w.email IS NULL AND connection_id = w."connectionId"`)}
    ) AS found`;
  const found = new Map<string, LoggedSignIn[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), toSignIn(row)]);
  return new Map([...found].map(([key, lines]) => [key, mergeSignIns(lines)]));

  function firstOf(isIt: Prisma.Sql): Prisma.Sql {
    const since = Prisma.sql`SELECT ${columns} FROM activity.login
      WHERE environment = ${environment} AND at >= w.since AND ${isIt}
        AND (w."organizationId" IS NULL OR organization_id = w."organizationId")`;
    return Prisma.sql`(${since} AND outcome = 'ok' ORDER BY at, id LIMIT 1)
      UNION ALL (${since} AND outcome = 'failed' ORDER BY at DESC, id DESC LIMIT 100)`;
  }
}

/** Each sign-in once, newest first; of two lines of one the later argument's. */
export function mergeSignIns(...lists: LoggedSignIn[][]): LoggedSignIn[] {
  const byId = new Map(lists.flat().map((row) => [row.id, row]));
  return [...byId.values()].sort((one, other) => other.at.localeCompare(one.at));
}

type CopiedRow = {
  id: string;
  at: Date;
  outcome: string | null;
  email: string | null;
  organizationId: string | null;
  connectionId: string | null;
  type: string;
  data: unknown;
};

const text = z.string().catch('');
// The log's own line; of somebody who was erased nothing is left of it.
const lineSchema = z
  .object({
    connection_type: text,
    connection_provider: text,
    connection_details: z.array(z.object({ connection_id: text, organization_id: text })).catch([]),
  })
  .catch({ connection_type: '', connection_provider: '', connection_details: [] });

function toSignIn(row: CopiedRow): LoggedSignIn {
  const { connection_type: type, connection_provider: provider, ...line } = lineSchema.parse(row.data);
  const details = line.connection_details;
  const used = [row.connectionId ?? '', ...details.map((one) => one.connection_id)];
  return {
    id: row.id,
    at: row.at.toISOString(),
    status: row.outcome === 'ok' ? 'success' : row.outcome === 'failed' ? 'failed' : 'underway',
    email: row.email,
    organizationId:
      row.organizationId ?? (details.find((one) => one.organization_id)?.organization_id || null),
    connectionIds: [...new Set(used.filter(Boolean))],
    connection: connectionWords(type, provider),
    workflow: row.type.replace(/^login\./, ''),
  };
}
