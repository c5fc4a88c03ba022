import 'server-only';
import { db } from '@/lib/db';
import type { DirectoryAlarm } from '@/lib/generated/prisma/client';
import { overAfterMs } from './judge';
import type { Place } from './place';

export type Counted = { deleted: number; usersBefore: number | null; firstAt: Date; lastAt: Date };

/** True while more deletions make the alarm grow; before and after, they are counted anew. */
export function isOpen({ acknowledgedAt, lastAt, raisedAt }: DirectoryAlarm): boolean {
  // By the time of raising too: what is read late comes piece by piece.
  const touchedAt = Math.max(lastAt.getTime(), raisedAt.getTime());
  return !acknowledgedAt && Date.now() - touchedAt < overAfterMs;
}

/**
 * Raises an alarm, or makes the open one grow; it never shrinks, whoever comes late with an older count.
 * @returns the alarm's id when it is a new one, else null
 */
export function raiseAlarm(environment: string, place: Place, counted: Counted): Promise<string | null> {
  return db().$transaction(async (tx) => {
    // Several processes may hear of the same deletions at once.
    const lock = `directory alarm ${environment} ${place.organizationId} ${place.directoryId}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
    const newest = await tx.directoryAlarm.findFirst({
      where: { environment, ...place },
      orderBy: { lastAt: 'desc' },
    });
    if (newest && isOpen(newest)) {
      const { deleted, firstAt, lastAt } = counted;
      await tx.directoryAlarm.updateMany({
        where: { id: newest.id, acknowledgedAt: null, deleted: { lt: deleted } },
        data: { deleted, firstAt, lastAt },
      });
      return null;
    }
    // Somebody acknowledged meanwhile what was counted before.
    if (newest && newest.lastAt >= counted.firstAt) return null;
    const { id } = await tx.directoryAlarm.create({ data: { environment, ...place, ...counted } });
    return id;
  });
}
