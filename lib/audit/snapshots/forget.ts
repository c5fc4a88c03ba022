import 'server-only';
import { db } from '@/lib/db';
import { witnessedNow } from '../witnessed-now';

/** Deletes what is kept of an organization that is gone at Scalekit. */
export function forgetSnapshots(environment: string, organizationId: string) {
  const where = { environment, organizationId };
  return [
    db().organizationSnapshot.deleteMany({ where }),
    db().snapshotPart.deleteMany({ where }),
    db().snapshotExpiry.deleteMany({ where }),
  ];
}

const dayMs = 86_400_000;
/** As long as the changes that were found between them. */
const keptDays = 365;

/** Deletes versions that ended long ago. @returns how many */
export async function pruneSnapshots(environment: string): Promise<number> {
  const now = await witnessedNow();
  if (!now) return 0;
  const endedAt = { lt: new Date(now.getTime() - keptDays * dayMs) };
  return (await db().organizationSnapshot.deleteMany({ where: { environment, endedAt } })).count;
}
