import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { countDue, readOldest, sumOf } from './count-due';
import { type DueRow, dueSql, namedSql, toQueued } from './due';
import { type ExpirySoon, noInput, soonDays, soonShown } from './schema';

// How soon a kind has its turn again: a certificate keeps a whole company out; an invitation or a link is soon made anew.
const pace = Prisma.sql`CASE
  WHEN kind = 'certificate' THEN 1 WHEN kind IN ('invitation', 'portal_link', 'account_link') THEN 6 ELSE 3 END`;

/**
 * The few of the next thirty days that the desk has room for, nearest first. Each kind has its turn, so that a hundred
 * links hide no certificate; the rest and what has run out are counted. No call.
 */
export const listExpirySoon = defineQuery({
  permission: 'expiry.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<ExpirySoon> => {
    const limited = principal.customers === 'all' ? null : [...principal.customers];
    const due = dueSql({ environment, limited, past: false, within: soonDays });
    const page = Prisma.sql`
      SELECT * FROM (
        SELECT *, (row_number() OVER (PARTITION BY kind ORDER BY "expiresAt", key) - 1) * (${pace}) / 3 AS turn
        FROM (${due}) AS due
      ) AS ranked ORDER BY turn, "expiresAt", key LIMIT ${soonShown}`;
    const order = Prisma.sql`page."expiresAt", page.key`;
    const [rows, counts, oldest] = await Promise.all([
      db().$queryRaw<DueRow[]>(namedSql(environment, page, order)),
      countDue({ environment, limited, within: soonDays }),
      readOldest(environment, limited),
    ]);
    const shown = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const more = counts.ahead.map(({ kind, count }) => ({ kind, count: count - shown(kind) }));
    return {
      rows: rows.map(toQueued),
      more: more.filter(({ count }) => count > 0),
      past: sumOf(counts.past),
      oldest,
    };
  },
});
