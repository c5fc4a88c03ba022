import 'server-only';
import { db } from '@/lib/db';
import type { ActivityStream } from './row';

// Which partitions this process has seen; a dropped one is forgotten by `forgetPartition`.
const known = new Set<string>();

/** The partition of a stream's month, in the schema `activity`: `event_2026_11`. Months are UTC. */
export function partitionName(stream: ActivityStream, at: Date): string {
  return `${stream}_${at.toISOString().slice(0, 7).replace('-', '_')}`;
}

/**
 * Makes the month's partition where it is missing. Several processes may do so at once.
 * @throws Error when Postgres refuses
 */
export async function ensurePartition(stream: ActivityStream, at: Date): Promise<void> {
  const name = partitionName(stream, at);
  if (known.has(name)) return;
  const from = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)).toISOString();
  const to = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString();
  await db().$transaction([
    // IF NOT EXISTS alone is no protection: two that look at the same moment both create.
    db().$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtextextended('activity partition', 0))`),
    db().$executeRawUnsafe(
      `CREATE TABLE IF NOT EXISTS activity."${name}" PARTITION OF activity."${stream}" FOR VALUES FROM ('${from}') TO ('${to}')`,
    ),
  ]);
  known.add(name);
}

/** After a partition was dropped: the next insert makes it again. */
export function forgetPartition(name: string): void {
  known.delete(name);
}
