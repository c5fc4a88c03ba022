import 'server-only';
import { isEmptyFilter } from '@/lib/activity/filter';
import type { ActivityLine } from '@/lib/activity/line';
import { staffSourceOf } from '@/lib/audit/activity/staff-source';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Place } from '@/lib/keyset';
import { type Branch, branchesOf, type Selection } from './branches';
import { type PlaceParts, readPlaceId } from './place';

/** The columns of a line as SQL gives them. */
export type LineColumns = Omit<ActivityLine, 'id' | 'entryId' | 'at' | 'since'> & {
  id: string;
  place: string;
  since: Date | null;
};

export const lineColumns = Prisma.sql`stream, id,
  to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place, since, type, source, outcome,
  organization_id AS "organizationId", connection_id AS "connectionId", user_id AS "userId", email,
  target_type AS "targetType", target_id AS "targetId", auth_request_id AS "authRequestId", actor, data`;

/** The row as the rest knows it; its time is cut to the millisecond, its place is not. */
export function toLine({ id, place, since, stream, ...rest }: LineColumns): ActivityLine {
  return {
    id: `${place}~${stream}~${id}`,
    entryId: id,
    stream,
    at: new Date(place).toISOString(),
    since: since?.toISOString() ?? null,
    ...rest,
  };
}

/** A stretch of time to stay within, ISO 8601: `from` included, `to` not. */
export type Window = { from: string | null; to: string | null };

/**
 * Up to `limit` lines from a place on, in reading order, by time, id and stream. Each branch is cut before they are
 * merged.
 */
export async function selectLines(
  selection: Selection,
  place: Place,
  limit: number,
  window: Window = { from: null, to: null },
): Promise<ActivityLine[]> {
  const merged = mergedRows(selection, place, limit, window);
  if (!merged) return [];
  const rows = await db().$queryRaw<LineColumns[]>`SELECT ${lineColumns} FROM (${merged}) AS lines`;
  return rows.map(toLine);
}

/** What `selectLines` reads, as SQL in reading order; null where nothing can match. */
export function mergedRows(
  selection: Selection,
  place: Place,
  limit: number,
  window: Window = { from: null, to: null },
): Prisma.Sql | null {
  const branches = branchesOf(selection, { together: isNarrowed(selection) });
  if (branches.length === 0) return null;
  const newer = place?.direction === 'newer';
  const order = newer ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const parts = place && readPlaceId(place.id);
  const cache =
    selection.filter.outcome === '' ? undefined : branches.find(({ stream }) => stream === 'entry');
  const walks = branches.map((branch) => {
    const { source, conditions, stream } = branch;
    const all = [...conditions, ...within(window), ...(parts ? beyond(parts, stream, newer) : [])];
    if (cache && stream === 'staff') all.push(noFurtherThan(newer, limit));
    const cut = Prisma.sql`WHERE ${Prisma.join(all, ' AND ')}
      ORDER BY log.at ${order}, ${idOf(branch)} ${order}${stream === 'entry' ? Prisma.sql`, log.stream ${order}` : Prisma.empty}
      LIMIT ${limit}`;
    // Outcomes are looked up for the rows that are shown, not for all that there are.
    return stream === 'staff' && selection.filter.outcome === ''
      ? staffSourceOf(Prisma.sql`(SELECT * FROM staff_log log ${cut}) log`)
      : Prisma.sql`(${source} ${cut})`;
  });
  const sources = branches.map((branch, index) =>
    branch === cache ? Prisma.sql`SELECT * FROM cached` : walks[index],
  );
  const first = cache
    ? Prisma.sql`WITH cached AS MATERIALIZED (${walks[branches.indexOf(cache)]})`
    : Prisma.empty;
  return Prisma.sql`${first} SELECT * FROM (${Prisma.join(sources, ' UNION ALL ')}) AS merged
    ORDER BY at ${order}, id ${order}, stream ${order} LIMIT ${limit}`;
}

/**
 * For acts of staff, when only those count that ended in a certain way: that is looked up act by act, so not beyond the
 * last row of a page that the cache fills by itself.
 */
function noFurtherThan(newer: boolean, limit: number): Prisma.Sql {
  return newer
    ? Prisma.sql`log.at <= (SELECT CASE WHEN count(*) < ${limit} THEN 'infinity' ELSE max(at) END FROM cached)`
    : Prisma.sql`log.at >= (SELECT CASE WHEN count(*) < ${limit} THEN '-infinity' ELSE min(at) END FROM cached)`;
}

/** The id in the order of all streams: as text. */
export function idOf({ stream }: Pick<Branch, 'stream'>): Prisma.Sql {
  return stream === 'staff' ? Prisma.sql`log.id::text` : Prisma.sql`log.id`;
}

/** True when something is filtered by besides time and type. Without, each stream's newest rows are at hand. */
function isNarrowed({ filter, customers }: Selection): boolean {
  const rest = { ...filter, period: '', since: '', until: '', type: '' } as const;
  return customers === 'all' && !isEmptyFilter(rest);
}

function within({ from, to }: Window): Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`log.at >= ${from}::timestamptz`] : []),
    ...(to ? [Prisma.sql`log.at < ${to}::timestamptz`] : []),
  ];
}

/** The time alone comes first: by it Postgres leaves months out, which it cannot by a pair. */
function beyond(
  { at, id, stream: from }: PlaceParts,
  stream: Branch['stream'],
  newer: boolean,
): Prisma.Sql[] {
  if (stream === 'entry')
    return [
      Prisma.sql`log.at ${Prisma.raw(newer ? '>=' : '<=')} ${at}::timestamptz`,
      Prisma.sql`(log.at, log.id, log.stream) ${Prisma.raw(newer ? '>' : '<')} (${at}::timestamptz, ${id}, ${from})`,
    ];
  const column = idOf({ stream });
  // Of rows with the same time and id, the stream decides.
  const alsoEqual = newer ? stream > from : stream < from;
  const compare = Prisma.raw(`${newer ? '>' : '<'}${alsoEqual ? '=' : ''}`);
  const bound = Prisma.raw(newer ? '>=' : '<=');
  return [
    Prisma.sql`log.at ${bound} ${at}::timestamptz`,
    Prisma.sql`(log.at, ${column}) ${compare} (${at}::timestamptz, ${id})`,
  ];
}
