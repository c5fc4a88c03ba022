import 'server-only';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';
import { scalekitClient } from '@/lib/scalekit/client';
import { isAlarming, manyUsers, shareFrom, worstBurst } from './judge';

export const deletionType = 'organization.directory.user_deleted';

/** History that is read later raises no alarm. */
const oldestMs = 24 * 3_600_000;

/** How many users a customer's directory has now; null where that cannot be read. */
export type CountUsers = (environment: string, place: Place) => Promise<number | null>;
type Place = { organizationId: string; directoryId: string };

/** Looks at deletions that have just been stored, and raises or raises further an alarm for each directory. */
export async function hearDeletions(
  environment: string,
  rows: ActivityRow[],
  countUsers: CountUsers = askScalekit,
): Promise<void> {
  const places = new Map<string, Place>();
  for (const { type, at, organizationId, data } of rows) {
    if (type !== deletionType || !organizationId || Date.parse(at) < Date.now() - oldestMs) continue;
    // The published event does not name the directory: then the customer's directories are one.
    const directoryId = typeof data?.directory_id === 'string' ? data.directory_id : '';
    places.set(`${organizationId} ${directoryId}`, { organizationId, directoryId });
  }
  for (const place of places.values()) await judgePlace(environment, place, countUsers);
}

async function judgePlace(environment: string, place: Place, countUsers: CountUsers): Promise<void> {
  const { organizationId, directoryId } = place;
  const last = await db().directoryAlarm.findFirst({
    where: { environment, organizationId, directoryId },
    orderBy: { lastAt: 'desc' },
  });
  // What somebody has seen is not told again.
  const seen = last?.acknowledgedAt ? last.lastAt : null;
  const since = new Date(Math.max(Date.now() - oldestMs, seen?.getTime() ?? 0));
  const rows = await db().$queryRaw<{ at: Date }[]>`
    SELECT at FROM activity.event
    WHERE environment = ${environment} AND organization_id = ${organizationId} AND type = ${deletionType}
      AND source = 'directory' AND at > ${since} AND coalesce(data->>'directory_id', '') = ${directoryId}
    ORDER BY at DESC LIMIT 20000`;
  const burst = worstBurst(rows.map(({ at }) => at.getTime()));
  if (!burst || burst.deleted < shareFrom) return;
  const open = last && !last.acknowledgedAt ? last : null;
  if (open && burst.deleted <= open.deleted) return;
  const now = open || burst.deleted > manyUsers ? null : await countUsers(environment, place);
  const usersBefore = open?.usersBefore ?? (now === null ? null : now + rows.length);
  if (!isAlarming(burst.deleted, usersBefore)) return;
  const data = {
    ...{ deleted: burst.deleted, usersBefore },
    ...{ firstAt: new Date(burst.first), lastAt: new Date(burst.last) },
  };
  await db().$transaction(async (tx) => {
    // Several processes may hear of the same deletions at once.
    const lock = `directory alarm ${environment} ${organizationId} ${directoryId}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
    const where = { environment, organizationId, directoryId, acknowledgedAt: null };
    const { count } = await tx.directoryAlarm.updateMany({ where, data });
    if (count > 0) return;
    const isTold = await tx.directoryAlarm.findFirst({
      where: { environment, organizationId, directoryId, lastAt: { gte: data.firstAt } },
    });
    if (!isTold) await tx.directoryAlarm.create({ data: { environment, ...place, ...data } });
  });
  logger.warn({ environment, ...place, deleted: burst.deleted }, 'Many users were deleted from a directory');
}

/** One call, and only when a few deletions came together. */
async function askScalekit(environment: string, { organizationId, directoryId }: Place) {
  try {
    const { directories } = await scalekitClient(environment).directories.listDirectories({ organizationId });
    const theirs = directories.filter(({ id }) => directoryId === '' || id === directoryId);
    return theirs.length === 0 ? null : theirs.reduce((sum, { totalUsers }) => sum + totalUsers, 0);
  } catch (err) {
    logger.warn({ err, environment, organizationId }, 'The size of a directory could not be read');
    return null;
  }
}
