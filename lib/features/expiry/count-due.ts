import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { type Due, dueSql } from './due';
import type { ExpiringKind, KindCount } from './schema';

type Whose = Pick<Due, 'environment' | 'limited' | 'within'>;

/** How many of each kind run out within so many days, most first, and how many of each have run out. */
export async function countDue(whose: Whose): Promise<{ ahead: KindCount[]; past: KindCount[] }> {
  const counted = (past: boolean) => Prisma.sql`
    SELECT kind, ${past}::boolean AS past, count(*)::int AS count FROM (${dueSql({ ...whose, past })}) AS due GROUP BY kind`;
  const rows = await db().$queryRaw<{ kind: ExpiringKind; past: boolean; count: number }[]>`
    ${counted(false)} UNION ALL ${counted(true)} ORDER BY count DESC, kind`;
  const of = (past: boolean) =>
    rows.filter((one) => one.past === past).map(({ kind, count }) => ({ kind, count }));
  return { ahead: of(false), past: of(true) };
}

/** When the customer was looked at that was looked at longest ago (ISO 8601); null: none was yet. */
export async function readOldest(environment: string, limited: string[] | null): Promise<string | null> {
  const { _min } = await db().organizationSnapshot.aggregate({
    where: {
      ...{ environment, part: 'organization', endedAt: null },
      ...(limited ? { organizationId: { in: limited } } : {}),
    },
    _min: { seenAt: true },
  });
  return _min.seenAt?.toISOString() ?? null;
}

export const sumOf = (counts: KindCount[]) => counts.reduce((sum, { count }) => sum + count, 0);
