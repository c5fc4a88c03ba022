import 'server-only';
import { logger } from '@/lib/logger';
import { scalekitClient } from '@/lib/scalekit/client';
import type { Place } from './place';

/** How many users a customer's directory has now; null where that cannot be read. */
export type CountUsers = (environment: string, place: Place) => Promise<number | null>;

/** One call from the jobs' share of the API budget: nobody waits for it. */
export async function countAtScalekit(environment: string, { organizationId, directoryId }: Place) {
  try {
    const { directories } = scalekitClient(environment, { priority: 'job' });
    const listed = (await directories.listDirectories({ organizationId })).directories;
    const theirs = listed.filter(({ id }) => directoryId === '' || id === directoryId);
    if (theirs.length === 0) return null;
    return theirs.reduce((sum, { stats, totalUsers }) => sum + (stats?.totalUsers ?? totalUsers), 0);
  } catch (err) {
    logger.warn({ err, environment, organizationId }, 'The size of a directory could not be read');
    return null;
  }
}
