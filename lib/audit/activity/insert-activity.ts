import 'server-only';
import { db } from '@/lib/db';
import { ensurePartition, partitionName } from './partitions';
import type { ActivityRow } from './row';

/**
 * Stores rows, each id once; a row that is there already is left as it is.
 * @param rows at most a few thousand, of any streams and months
 * @returns the ids that are new
 * @throws Error when Postgres does not answer
 */
export async function insertActivity(rows: ActivityRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const months = new Map(
    rows.map(({ stream, at }) => [partitionName(stream, new Date(at)), [stream, new Date(at)] as const]),
  );
  for (const [stream, at] of months.values()) await ensurePartition(stream, at);
  const text = JSON.stringify(rows.map(toColumns));
  const inserted = await db().$queryRaw<{ id: string }[]>`
    WITH given AS (
      SELECT DISTINCT ON (environment, stream, id) *
      FROM jsonb_to_recordset(${text}::jsonb) AS r(stream text, environment text, id text, at timestamptz,
        since timestamptz, type text, source text, outcome text, organization_id text, connection_id text,
        user_id text, email text, target_type text, target_id text, auth_request_id text, actor text,
        words text, data jsonb)
      ORDER BY environment, stream, id
    ), fresh AS (
      INSERT INTO activity.entry_id (environment, stream, id, at)
      SELECT environment, stream, id, at FROM given
      ON CONFLICT DO NOTHING RETURNING environment, stream, id
    )
    INSERT INTO activity.entry (stream, environment, id, at, since, type, source, outcome, organization_id,
      connection_id, user_id, email, target_type, target_id, auth_request_id, actor, words, data)
    SELECT stream, environment, id, at, since, type, source, outcome, organization_id, connection_id, user_id,
      email, target_type, target_id, auth_request_id, actor, words, data
    FROM given JOIN fresh USING (environment, stream, id)
    RETURNING id`;
  return inserted.map(({ id }) => id);
}

function toColumns(row: ActivityRow) {
  const { organizationId, connectionId, userId, targetType, targetId, authRequestId, words, data, ...rest } =
    row;
  return {
    ...rest,
    organization_id: organizationId,
    connection_id: connectionId,
    user_id: userId,
    target_type: targetType,
    target_id: targetId,
    auth_request_id: authRequestId,
    words: words ?? '',
    data: data ?? {},
  };
}
