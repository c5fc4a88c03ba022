import 'server-only';
import { db } from '@/lib/db';
import { oldestMs } from './judge';

export const goneType = 'organization.deleted';

/** Whether the whole customer was deleted lately, by us or elsewhere: then its users went with it, and nobody is to look. */
export async function isOrganizationGone(environment: string, organizationId: string): Promise<boolean> {
  const ours = await db().staffLog.findFirst({
    where: { environment, organizationId, action: 'organization.delete', kind: 'outcome', outcome: 'ok' },
    select: { id: true },
  });
  if (ours) return true;
  const since = new Date(Date.now() - 2 * oldestMs);
  const events = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM activity.event
    WHERE environment = ${environment} AND organization_id = ${organizationId} AND type = ${goneType} AND at > ${since}
    LIMIT 1`;
  return events.length > 0;
}

/** Takes back the alarms of customers that are gone. */
export async function forgetAlarms(environment: string, organizationIds: string[]): Promise<void> {
  await db().directoryAlarm.deleteMany({ where: { environment, organizationId: { in: organizationIds } } });
}
