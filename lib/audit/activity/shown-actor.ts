import 'server-only';
import { ourStaff } from '@/lib/activity/our-staff';
import { Prisma } from '@/lib/generated/prisma/client';

/*
 * Rows of the cache name an actor where one of our own staff changed something. Who of them did what is the staff
 * log's to tell, so whoever may not read that is told that it was one of us.
 */

/** The actor of a row of the cache, as a person may know it. */
export function shownActor(actor: string | null, mayReadStaff: boolean): string | null {
  return actor === null || mayReadStaff ? actor : ourStaff;
}

/** The same as SQL: the columns `actor` and `data` of a row of the cache. `data` names entries of the staff log. */
export function actorAndData(mayReadStaff: boolean): Prisma.Sql {
  return mayReadStaff
    ? Prisma.sql`actor, data`
    : Prisma.sql`CASE WHEN actor IS NOT NULL THEN ${ourStaff} END AS actor, data - 'intents' AS data`;
}
