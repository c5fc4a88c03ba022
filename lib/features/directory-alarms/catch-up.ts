import 'server-only';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { type CountUsers, countAtScalekit } from './count-users';
import { oldestMs } from './judge';
import { judgePlace } from './judge-place';
import { deletionType, type Place } from './place';
import { tellStaff } from './tell-staff';

const hourMs = 3_600_000;

/** Finds what a process heard of and did not live to judge. */
export const alarmCatchUp: JobHandler = {
  name: 'directory-alarms',
  atOnce: 1,
  every: '*/3 * * * *',
  run: async (_data, stopping) => {
    for (const { name } of env().environments) {
      if (stopping.aborted) return;
      await catchUp(name).catch((err) =>
        logger.warn({ err, environment: name }, 'Deletions of directory users could not be looked after'),
      );
    }
  },
};

/** By environment, each place that is judged, with the newest deletion that was stored by then. */
const settled = new Map<string, Map<string, number>>();

/**
 * Judges the directories that lost users within the last hour, at the first look within a day, unless this process has
 * done so since their last deletion; then mails of what nobody has been told.
 */
export async function catchUp(environment: string, countUsers: CountUsers = countAtScalekit): Promise<void> {
  const known = settled.get(environment);
  const judged = new Map<string, number>();
  for (const { newest, ...place } of await placesWithDeletions(environment, known ? hourMs : oldestMs)) {
    const key = `${place.organizationId} ${place.directoryId}`;
    const isSettled =
      known?.get(key) === newest.getTime() || (await judgePlace(environment, place, countUsers));
    if (isSettled) judged.set(key, newest.getTime());
  }
  settled.set(environment, judged);
  const untold = await db().directoryAlarm.findMany({
    where: {
      environment,
      mailedAt: null,
      acknowledgedAt: null,
      raisedAt: { gt: new Date(Date.now() - hourMs) },
    },
    select: { id: true },
  });
  for (const { id } of untold) await tellStaff(id);
}

/** For tests: as after a start. */
export function forgetCatchUps(): void {
  settled.clear();
}

type Found = Place & { newest: Date };

function placesWithDeletions(environment: string, backMs: number): Promise<Found[]> {
  const [oldest, received] = [oldestMs, backMs].map((ms) => new Date(Date.now() - ms));
  return db().$queryRaw<Found[]>`
    SELECT organization_id AS "organizationId", coalesce(data->>'directory_id', '') AS "directoryId",
      max(received_at) AS newest
    FROM activity.event
    WHERE environment = ${environment} AND type = ${deletionType} AND source = 'directory'
      AND organization_id IS NOT NULL AND at > ${oldest} AND received_at > ${received}
    GROUP BY 1, 2 ORDER BY newest DESC`;
}
