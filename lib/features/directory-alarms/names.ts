import 'server-only';
import { db } from '@/lib/db';

/** By id, what the newest snapshots call organizations. */
export async function nameOrganizations(environment: string, ids: string[]): Promise<Map<string, string>> {
  const named = await db().organizationSnapshot.findMany({
    where: { environment, organizationId: { in: ids }, part: 'organization', endedAt: null },
    select: { organizationId: true, name: true },
  });
  return new Map(named.map(({ organizationId, name }) => [organizationId, name]));
}
