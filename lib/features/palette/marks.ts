import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { mayReach } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';
import { writeDocuments } from '@/lib/server/search-index/store';
import { type Mark, pinnedAtMost, recentAtMost } from './schema';

type Customer = { id: string; displayName: string; externalId: string | null };

/**
 * Notes that somebody looks at a customer, and that the customer is there: whatever one has seen is found from then on.
 * A failure is logged: nobody should miss a page for it.
 */
export async function noteVisit(environment: string, staffId: string, customer: Customer): Promise<void> {
  const { id: organizationId, displayName: title, externalId: detail } = customer;
  try {
    const key = { staffId_environment_organizationId: { staffId, environment, organizationId } };
    await db().staffRecent.upsert({
      where: key,
      create: { staffId, environment, organizationId, title },
      update: { title, visitedAt: new Date() },
    });
    await db().$executeRaw`
      DELETE FROM staff_recent WHERE staff_id = ${staffId}::uuid AND environment = ${environment}
        AND visited_at < (SELECT visited_at FROM staff_recent
          WHERE staff_id = ${staffId}::uuid AND environment = ${environment}
          ORDER BY visited_at DESC OFFSET ${recentAtMost - 1} LIMIT 1)`;
    // The page does not know the slug.
    const owner = { organizationIds: [organizationId], title, detail, keeps: ['exact' as const] };
    await writeDocuments(environment, [{ kind: 'organization', id: organizationId, ...owner }], new Date());
  } catch (err) {
    logger.warn({ err, environment, organizationId }, 'A visit could not be noted');
  }
}

/** The customers that this person looked at last, the newest first; none that was taken from them meanwhile. */
export async function readRecent(environment: string, principal: Principal): Promise<Mark[]> {
  const where = { environment, staffId: principal.staffId };
  const rows = await db().staffRecent.findMany({ where, orderBy: { visitedAt: 'desc' }, take: recentAtMost });
  return rows.filter((row) => mayReach(principal, row.organizationId)).map(toMark);
}

/** The customers that this person has pinned, in the order of pinning. */
export async function readPinned(environment: string, principal: Principal): Promise<Mark[]> {
  const where = { environment, staffId: principal.staffId };
  const rows = await db().staffPin.findMany({ where, orderBy: { pinnedAt: 'asc' }, take: pinnedAtMost });
  return rows.filter((row) => mayReach(principal, row.organizationId)).map(toMark);
}

const toMark = ({ organizationId, title }: Mark): Mark => ({ organizationId, title });
