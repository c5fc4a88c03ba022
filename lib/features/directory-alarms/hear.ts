import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { logger } from '@/lib/logger';
import { type CountUsers, countAtScalekit } from './count-users';
import { forgetAlarms, goneType } from './is-gone';
import { oldestMs } from './judge';
import { judgePlace } from './judge-place';
import { deletionType, type Place } from './place';

/** Five thousand deletions are five thousand webhooks: those of one directory are counted together. */
const togetherMs = 2_000;

const waiting = new Map<string, Promise<void>>();

type Options = { countUsers?: CountUsers; afterMs?: number };

/**
 * Looks at rows that have just been stored: a moment later each directory that lost users is judged, once for all that
 * came until then. Never throws. A process that ends before leaves it to the catch-up.
 * @returns when all of it is judged; who stores rows need not wait for that
 */
export async function hearDeletions(
  environment: string,
  rows: ActivityRow[],
  { countUsers = countAtScalekit, afterMs = togetherMs }: Options = {},
): Promise<void> {
  const gone = rows
    .filter(({ type }) => type === goneType)
    .flatMap(({ organizationId }) => organizationId ?? []);
  if (gone.length > 0) {
    await forgetAlarms(environment, gone).catch((err) =>
      logger.error({ err, environment }, 'Alarms of deleted organizations are left'),
    );
  }
  const judge = (place: Place) => judgeSoon(environment, place, countUsers, afterMs);
  await Promise.all(placesOf(rows).map(judge));
}

function placesOf(rows: ActivityRow[]): Place[] {
  const places = new Map<string, Place>();
  for (const { type, at, organizationId, data } of rows) {
    if (type !== deletionType || !organizationId || Date.parse(at) < Date.now() - oldestMs) continue;
    // The published event does not name the directory: then the customer's directories are one.
    const directoryId = typeof data?.directory_id === 'string' ? data.directory_id : '';
    places.set(`${organizationId} ${directoryId}`, { organizationId, directoryId });
  }
  return [...places.values()];
}

function judgeSoon(
  environment: string,
  place: Place,
  countUsers: CountUsers,
  afterMs: number,
): Promise<void> {
  const key = [environment, place.organizationId, place.directoryId].join(' ');
  const known = waiting.get(key);
  if (known) return known;
  const judged = wait(afterMs, undefined, { ref: false })
    .then(() => {
      // What arrives from now on may be missed by this count, and starts another.
      waiting.delete(key);
      return judgePlace(environment, place, countUsers);
    })
    .then(
      () => {},
      (err) => logger.error({ err, environment, ...place }, 'Deletions of directory users were not judged'),
    );
  waiting.set(key, judged);
  return judged;
}
