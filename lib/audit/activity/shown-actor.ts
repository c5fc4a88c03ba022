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

/** The same as SQL: the columns `actor` and `data` of a stream's rows. A change's data names entries of the staff log. */
export function actorAndData(stream: ActivityStream, mayReadStaff: boolean): Prisma.Sql {
  if (mayReadStaff) return Prisma.sql`actor, data`;
  const data = stream === 'change' ? Prisma.sql`data - 'intents' AS data` : Prisma.sql`data`;
  return Prisma.sql`CASE WHEN actor IS NOT NULL THEN ${ourStaff} END AS actor, ${data}`;
}
