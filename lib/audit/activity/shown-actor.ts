import 'server-only';
import { ourStaff } from '@/lib/activity/our-staff';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ActivityStream } from './row';

/*
 * Rows of the cache name an actor where one of our own staff changed something. Who of them did what is the staff
 * log's to tell, so whoever may not read that is told that it was one of us.
 */

/** The actor of a row of the cache, as a person may know it. */
export function shownActor(actor: string | null, mayReadStaff: boolean): string | null {
  return actor === null || mayReadStaff ? actor : ourStaff;
}

/**
 * The same as SQL: the columns `actor` and `data` of a stream's rows, or of all (`entry`). A change's data names entries of
 * the staff log.
 */
export function actorAndData(stream: ActivityStream | 'entry', mayReadStaff: boolean): Prisma.Sql {
  if (mayReadStaff) return Prisma.sql`actor, data`;
  const data = {
    change: Prisma.sql`data - 'intents' AS data`,
    entry: Prisma.sql`CASE WHEN stream = 'change' THEN data - 'intents' ELSE data END AS data`,
    event: Prisma.sql`data`,
    login: Prisma.sql`data`,
  }[stream];
  return Prisma.sql`CASE WHEN actor IS NOT NULL THEN ${ourStaff} END AS actor, ${data}`;
}
