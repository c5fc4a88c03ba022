import 'server-only';
import { witnessedNow } from '@/lib/audit/witnessed-now';
import { pool } from '@/lib/db';
import { backlogDays } from './schema';

/** Drops what has waited too long, and says so on its push. What a deleted push left behind goes the same way. */
export async function dropOldItems(): Promise<void> {
  const now = await witnessedNow();
  if (!now) return;
  await pool().query(
    `WITH gone AS (
       DELETE FROM activity_push_item WHERE at < $2::timestamptz - make_interval(days => $1) RETURNING push_id
     ), counted AS (SELECT push_id, count(*) AS rows FROM gone GROUP BY push_id)
     UPDATE activity_push AS p SET dropped_count = dropped_count + counted.rows, dropped_at = now()
     FROM counted WHERE p.id = counted.push_id`,
    [backlogDays, now],
  );
}
