import 'server-only';
import { z } from 'zod';
import { emptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { SyncCursor } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { readEntry } from './read-entry';
import { readPage } from './read-page';
import {
  type ActivityEntry,
  type ActivityFreshness,
  type ActivityPage,
  type ActivityVolume,
  activityEntryInput,
  listActivityInput,
  type StreamReading,
} from './schema';
import { selectionFor } from './selection-for';
import { countVolume } from './volume';

// A customer who is not theirs is refused; without one, the rows are kept to theirs by the SQL.
const scopeOf = ({ organization }: { organization: string }) =>
  organization
    ? { kind: 'organization' as const, organizationId: organization }
    : { kind: 'assigned' as const };

/**
 * A page of the timeline, newest first: events, login log, changes found and, for who may read it, the staff log.
 * Source: the activity cache and Keydesk's own records.
 * @throws AppError invalid for a cursor that is none
 */
export const listActivity = defineQuery({
  permission: 'activity.read',
  input: listActivityInput,
  scope: scopeOf,
  load: async ({ pageToken, size, ...filter }, { environment, principal }): Promise<ActivityPage> =>
    readPage(selectionFor(environment, principal, filter), pageToken, size),
});

/**
 * One row with the rows of the same target before and after it.
 * @throws AppError not_found, also for what belongs to customers that are not this person's
 */
export const getActivity = defineQuery({
  permission: 'activity.read',
  input: activityEntryInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ stream, id }, { environment, principal }): Promise<ActivityEntry> => {
    const entry = await readEntry(selectionFor(environment, principal, emptyFilter), stream, id);
    if (!entry)
      throw new AppError('not_found', `There is no such entry: ${id}. It may be older than what is kept.`);
    return entry;
  },
});

/** Rows per hour or day under the filter, up to a bound. Without times it covers the last seven days. */
export const getActivityVolume = defineQuery({
  permission: 'activity.read',
  input: listActivityInput.omit({ pageToken: true, size: true }),
  scope: scopeOf,
  load: async (filter, { environment, principal }): Promise<ActivityVolume> =>
    countVolume(selectionFor(environment, principal, filter)),
});

/** How old the cache of an environment is, by its newest hundred rows. Says nothing about any customer. */
export const getActivityFreshness = defineQuery({
  permission: 'activity.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment }): Promise<ActivityFreshness> => {
    const rows = db().$queryRaw<{ newest: Date | null; received: Date | null }[]>`
      SELECT max(at) AS newest, max(received_at) AS received FROM (
        (SELECT at, received_at FROM activity.event WHERE environment = ${environment} ORDER BY at DESC LIMIT 100)
        UNION ALL
        (SELECT at, received_at FROM activity.login WHERE environment = ${environment} ORDER BY at DESC LIMIT 100)
      ) AS newest`;
    const cursors = db().syncCursor.findMany({ where: { environment, purpose: 'reconcile' } });
    const [[row], known] = await Promise.all([rows, cursors]);
    const readingOf = (name: 'event' | 'login') => toReading(known.find(({ stream }) => stream === name));
    return {
      newestAt: row?.newest?.toISOString() ?? null,
      receivedAt: row?.received?.toISOString() ?? null,
      events: readingOf('event'),
      logins: readingOf('login'),
    };
  },
});

function toReading(cursor: SyncCursor | undefined): StreamReading {
  const trouble = (['waiting', 'refused', 'failed'] as const).find((state) => state === cursor?.state);
  return { readAt: cursor?.lastOkAt?.toISOString() ?? null, trouble: trouble ?? null };
}
