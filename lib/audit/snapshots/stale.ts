import 'server-only';
import { db } from '@/lib/db';
import { firstAhead } from '@/lib/noted-times';
import { partsChangedBy } from './find-actor';
import { environmentWide, isEnvironmentPart, type SnapshotPart } from './observation';

/**
 * After a write of ours: what it may have changed is to be read again.
 * @param organizationId `environmentWide` for a write that was about no organization
 * @returns the parts; none for a write that changes nothing of the configuration
 */
export async function markStale(
  environment: string,
  organizationId: string,
  action: string,
): Promise<SnapshotPart[]> {
  const isWide = organizationId === environmentWide;
  const parts = partsChangedBy(action).filter((part) => isEnvironmentPart(part) === isWide);
  for (const part of parts) {
    const place = { environment, organizationId, part };
    await db().snapshotPart.upsert({
      where: { environment_organizationId_part: place },
      create: { ...place, staleAt: new Date() },
      update: { staleAt: new Date() },
    });
  }
  return parts;
}

/** The organization whose stale parts wait longest, and those parts; null when nothing waits. */
export async function nextStale(
  environment: string,
): Promise<{ organizationId: string; parts: SnapshotPart[] } | null> {
  const first = await db().snapshotPart.findFirst({
    where: { environment, staleAt: { not: null } },
    orderBy: { staleAt: 'asc' },
  });
  if (!first) return null;
  const { organizationId } = first;
  const rows = await db().snapshotPart.findMany({
    where: { environment, organizationId, staleAt: { not: null } },
  });
  return { organizationId, parts: rows.map(({ part }) => part as SnapshotPart) };
}

/** Stops asking for these parts again: they were read, or cannot be. What went stale after `at` stays. */
export async function clearStale(
  environment: string,
  organizationId: string,
  parts: SnapshotPart[],
  at: Date,
): Promise<void> {
  await db().snapshotPart.updateMany({
    where: {
      ...{ environment, organizationId, part: { in: parts } },
      // What a clock that jumped has dated would be asked for without end.
      OR: [{ staleAt: { lte: at } }, { staleAt: { gt: firstAhead() } }],
    },
    data: { staleAt: null },
  });
}
