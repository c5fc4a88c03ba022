import 'server-only';
import { formats } from '@/lib/audit/activity/formats';
import { staffSource } from '@/lib/audit/activity/staff-source';
import { db } from '@/lib/db';
import { type ActivityPush, Prisma } from '@/lib/generated/prisma/client';
import type { PushFormat } from './schema';

export const batchRows = 200;
const batchBytes = 1_000_000;

/** What goes out in one message: whole lines, and the places in the outbox that they fill. */
export type Batch = { seqs: bigint[]; lines: string[] };

type Waiting = { seq: bigint; stream: string; entryId: string; line: string | null };

/**
 * The oldest of what waits, up to 200 rows and 1 MB; a larger single row goes alone. A row that waits twice is told once,
 * as it is now. One that is gone meanwhile has a place and no line.
 * @returns null when nothing waits
 */
export async function readBatch({ id, environment, format }: ActivityPush): Promise<Batch | null> {
  const { line } = formats[format as PushFormat];
  const waiting = await db().$queryRaw<Waiting[]>`
    WITH waiting AS MATERIALIZED (
      SELECT seq, stream, entry_id, entry_at FROM activity_push_item
      WHERE push_id = ${id}::uuid ORDER BY seq LIMIT ${batchRows}
    )
    SELECT w.seq, w.stream, w.entry_id AS "entryId", told.line
    FROM waiting AS w
    LEFT JOIN LATERAL (
      SELECT ${line} AS line FROM (
        (SELECT ${columns} FROM activity.entry AS log
        WHERE w.stream <> 'staff' AND log.environment = ${environment} AND log.at = w.entry_at
          AND log.id = w.entry_id AND log.stream = w.stream)
        UNION ALL
        (SELECT ${columns} FROM (${staffSource}
          WHERE w.stream = 'staff' AND log.environment = ${environment}
            AND log.id = CASE WHEN w.stream = 'staff' THEN w.entry_id::bigint END) AS acts)
      ) AS rows
    ) AS told ON true
    ORDER BY w.seq`;
  return waiting.length === 0 ? null : cut(waiting);
}

const columns = Prisma.raw(
  `stream, id, at, since, type, source, outcome, organization_id, connection_id, user_id, email,
  target_type, target_id, auth_request_id, actor, data`,
);

function cut(waiting: Waiting[]): Batch {
  const batch: Batch = { seqs: [], lines: [] };
  const told = new Set<string>();
  let bytes = 0;
  for (const { seq, stream, entryId, line } of waiting) {
    const key = `${stream} ${entryId}`;
    if (line !== null && !told.has(key)) {
      bytes += Buffer.byteLength(line) + 1;
      if (bytes > batchBytes && batch.lines.length > 0) break;
      batch.lines.push(line);
      told.add(key);
    }
    batch.seqs.push(seq);
  }
  return batch;
}
