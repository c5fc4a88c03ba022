import 'server-only';
import { db } from '@/lib/db';
import type { ChangeData } from './change-row';
import type { SnapshotPart } from './observation';

/** A difference between two snapshots as it is stored. It came after `since` and not after `at`. */
export type StoredChange = {
  id: string;
  /** `connection.changed` */
  type: string;
  at: Date;
  since: Date | null;
  /** Addresses of our staff; null: nobody of ours. */
  actor: string | null;
  targetId: string;
  data: ChangeData;
};

type Wanted = {
  environment: string;
  organizationId: string;
  parts: readonly SnapshotPart[];
  /** Of one thing alone. */
  id?: string;
  after?: Date;
  /** Only those that no act in the staff log explains. */
  unexplained?: boolean;
  limit: number;
};

/** Differences between an organization's snapshots, newest first. Who may see them is the caller's to check. */
export function selectChanges(wanted: Wanted): Promise<StoredChange[]> {
  const { environment, organizationId, parts, id = null, limit } = wanted;
  const { after = new Date(0), unexplained = false } = wanted;
  return db().$queryRaw<StoredChange[]>`
    SELECT id, type, at, since, actor, target_id AS "targetId", data FROM activity.entry
    WHERE stream = 'change' AND environment = ${environment} AND organization_id = ${organizationId}
      AND at >= ${after} AND target_type = ANY(${[...parts]}) AND (${id}::text IS NULL OR target_id = ${id})
      AND NOT (${unexplained} AND jsonb_array_length(COALESCE(data->'intents', '[]')) > 0)
    ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

/**
 * Since when snapshots of a connection are kept, or without one of anything of the organization, and when one was last
 * looked at. Null: never.
 */
export async function readSpan(
  environment: string,
  organizationId: string,
  connectionId: string | null,
): Promise<{ first: Date; last: Date } | null> {
  const thing = connectionId ? { part: 'connection', objectId: connectionId } : {};
  const { _min, _max } = await db().organizationSnapshot.aggregate({
    where: { environment, organizationId, ...thing },
    _min: { takenAt: true },
    _max: { seenAt: true },
  });
  return _min.takenAt && _max.seenAt ? { first: _min.takenAt, last: _max.seenAt } : null;
}
