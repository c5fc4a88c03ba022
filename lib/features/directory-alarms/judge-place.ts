import 'server-only';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';
import type { CountUsers } from './count-users';
import { findWorstBurst } from './find-burst';
import { isOrganizationGone } from './is-gone';
import { isAlarming, manyUsers, oldestMs, shareFrom } from './judge';
import type { Place } from './place';
import { isOpen, raiseAlarm } from './raise';
import { tellStaff } from './tell-staff';

/**
 * Counts the deletions of one directory, and raises an alarm or makes it grow.
 * @returns false where a share could not be judged, since nobody could say how many users there are
 */
export async function judgePlace(
  environment: string,
  place: Place,
  countUsers: CountUsers,
): Promise<boolean> {
  const newest = await db().directoryAlarm.findFirst({
    where: { environment, ...place },
    orderBy: { lastAt: 'desc' },
  });
  const open = newest && isOpen(newest) ? newest : null;
  // What somebody has seen, or could have for an hour, is not told again.
  const told = open ? 0 : (newest?.lastAt.getTime() ?? 0);
  const burst = await findWorstBurst(environment, place, new Date(Math.max(Date.now() - oldestMs, told)));
  if (!burst || burst.deleted < shareFrom || (open && burst.deleted <= open.deleted)) return true;
  const isClear = open !== null || burst.deleted > manyUsers;
  const now = isClear ? null : await countUsers(environment, place);
  if (!isClear && now === null) return false;
  const usersBefore = open?.usersBefore ?? (now === null ? null : now + burst.gone);
  if (!open && !isAlarming(burst.deleted, usersBefore)) return true;
  if (await isOrganizationGone(environment, place.organizationId)) return true;
  const { deleted, first: firstAt, last: lastAt } = burst;
  const raised = await raiseAlarm(environment, place, { deleted, usersBefore, firstAt, lastAt });
  if (!raised) return true;
  logger.warn({ environment, ...place, deleted }, 'Many users were deleted from a directory');
  await tellStaff(raised);
  return true;
}
