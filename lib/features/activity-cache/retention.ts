import 'server-only';
import pg from 'pg';
import { forgetPartition } from '@/lib/audit/activity/partitions';
import { witnessedNow } from '@/lib/audit/witnessed-now';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { dayMs, keptDays } from './cursors';

const streams = ['event', 'login', 'change'] as const;
/** How long a statement waits for readers; what they hold back is dropped the next night. */
const lockTimeout = '5s';
const deliveriesKeptMs = 7 * dayMs;

type Month = { name: string; pending: boolean };

/**
 * Drops months of which every row is older than its stream keeps, and old records of other kinds. Readers are not
 * stopped: a month is detached concurrently, and one that is being read is left for the next run. A clock that jumped
 * ahead drops nothing.
 * @param ours our clock
 * @returns the partitions that are gone
 */
export async function dropOld(ours = new Date(), wait = lockTimeout): Promise<string[]> {
  const at = await witnessedNow(ours);
  if (!at) return [];
  await dropOldRecords(at);
  const dropped = await withDatabaseLock('activity retention', async () => {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'keydesk retention',
      options: '-c TimeZone=UTC',
    });
    await client.connect();
    try {
      await client.query(`SET lock_timeout = '${wait}'`);
      return await dropMonths(client, at);
    } finally {
      await client.end();
    }
  });
  return dropped ?? [];
}

async function dropMonths(client: pg.Client, at: Date): Promise<string[]> {
  const dropped: string[] = [];
  for (const stream of streams) {
    const before = new Date(at.getTime() - keptDays(stream) * dayMs).toISOString().slice(0, 7);
    for (const month of await monthsOf(client, stream)) {
      // A month's name sorts as its time does.
      if (month.name.slice(stream.length + 1).replace('_', '-') >= before) continue;
      try {
        await dropMonth(client, stream, month);
        dropped.push(month.name);
      } catch (err) {
        // 55P03: somebody reads it.
        logger.warn(
          { err, partition: month.name },
          'An old month could not be dropped; the next run tries again',
        );
      }
    }
  }
  await dropDetached(client);
  return dropped;
}

async function monthsOf(client: pg.Client, stream: string): Promise<Month[]> {
  const { rows } = await client.query<Month>(
    `SELECT c.relname AS name, i.inhdetachpending AS pending
     FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::regclass ORDER BY 1`,
    [`activity.${stream}`],
  );
  return rows;
}

async function dropMonth(client: pg.Client, stream: string, { name, pending }: Month): Promise<void> {
  const how = pending ? 'FINALIZE' : 'CONCURRENTLY';
  await client.query(`ALTER TABLE activity."${stream}" DETACH PARTITION activity."${name}" ${how}`);
  // The name is free again at once, for a late row of that month.
  await client.query(`ALTER TABLE activity."${name}" RENAME TO "gone_${name}"`);
  forgetPartition(name);
}

/** Tables that are no partitions any more, those of an interrupted run too, and the ids that they hold. */
async function dropDetached(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class AS c WHERE relnamespace = 'activity'::regnamespace AND relkind = 'r'
       AND relname ~ '^(gone_)?(event|login|change)_[0-9]{4}_[0-9]{2}$'
       AND NOT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = c.oid)`,
  );
  for (const { name } of rows) {
    await client.query(
      `DELETE FROM activity.entry_id AS k USING activity."${name}" AS g
       WHERE k.environment = g.environment AND k.stream = g.stream AND k.id = g.id`,
    );
    await client.query(`DROP TABLE activity."${name}"`);
  }
}

/** Hand-overs that are over, bulk jobs that ended, and the ids of webhook messages that can come no more. */
async function dropOldRecords(at: Date): Promise<void> {
  const before = new Date(at.getTime() - env().RECORDS_DAYS * dayMs);
  await db().handOver.deleteMany({ where: { sealed: null, expiresAt: { lt: before } } });
  await db().bulkJob.deleteMany({
    where: { state: { in: ['done', 'cancelled'] }, finishedAt: { lt: before } },
  });
  await db().approval.deleteMany({ where: { expiresAt: { lt: before } } });
  const receivedAt = { lt: new Date(at.getTime() - deliveriesKeptMs) };
  await db().webhookDelivery.deleteMany({ where: { receivedAt } });
}
