import 'server-only';
import { z } from 'zod';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { defineQuery } from '@/lib/server/define-query';
import { toWatchRow } from './rows';
import type { WatchNews, WatchRow } from './schema';

const mostRows = 30;

/** One's own watches, newest first, without those that were put away. Source: own records. */
export const listWatches = defineQuery({
  permission: 'doctor.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<WatchRow[]> => {
    const records = await db().signInWatch.findMany({
      where: { ...own(environment, principal), dismissedAt: null, state: { not: 'ended' } },
      orderBy: { id: 'desc' },
      take: mostRows,
    });
    return records.map(toWatchRow).filter(isTheirs(principal));
  },
});

/** What is new of one's own watches, for the top bar. Source: own records. */
export const getWatchNews = defineQuery({
  permission: 'doctor.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<WatchNews> => {
    const records = await db().signInWatch.findMany({
      where: { ...own(environment, principal), state: { in: ['open', 'seen'] }, dismissedAt: null },
      orderBy: { id: 'desc' },
      take: mostRows,
    });
    const rows = records.map(toWatchRow).filter(isTheirs(principal));
    return {
      open: rows.filter(({ state }) => state === 'open').length,
      seen: rows.filter(({ state }) => state === 'seen'),
    };
  },
});

const own = (environment: string, { staffId }: Principal) => ({ environment, createdById: staffId });

// A customer may have been taken from them since.
const isTheirs =
  (principal: Principal) =>
  ({ organizationId }: WatchRow) =>
    principal.customers === 'all' || mayReach(principal, organizationId ?? '');
