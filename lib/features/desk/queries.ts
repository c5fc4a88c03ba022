import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { readCustomerNames } from '@/lib/server/customer-names';
import { defineQuery } from '@/lib/server/define-query';
import { type DeskFreshness, type FailingLogins, failingAtMost, failingInput, noInput } from './schema';

const hourMs = 3_600_000;
const periodMs = { day: 24 * hourMs, week: 7 * 24 * hourMs };

/** Which customers' sign-ins failed lately, most first. Source: the activity cache, in one statement; the names in another. */
export const listFailingLogins = defineQuery({
  permission: 'activity.read',
  input: failingInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ period }, { environment, principal }): Promise<FailingLogins> => {
    const { customers } = principal;
    const mine =
      customers === 'all' ? Prisma.empty : Prisma.sql`AND organization_id = ANY(${[...customers]})`;
    const since = new Date(Date.now() - periodMs[period]);
    const rows = await db().$queryRaw<Row[]>`
      SELECT organization_id AS "organizationId", count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
        count(*)::int AS ended, max(at) FILTER (WHERE outcome = 'failed') AS "lastFailedAt",
        count(*) OVER ()::int AS customers
      FROM activity.login
      WHERE environment = ${environment} AND at >= ${since} AND outcome IN ('ok', 'failed') ${mine}
      GROUP BY organization_id HAVING count(*) FILTER (WHERE outcome = 'failed') > 0
      -- Those without a customer first, so that they are never cut off.
      ORDER BY organization_id IS NULL DESC, failed DESC, "lastFailedAt" DESC
      LIMIT ${failingAtMost + 1}`;
    const without = rows.find(({ organizationId }) => organizationId === null);
    const shown = rows.filter(({ organizationId }) => organizationId !== null).slice(0, failingAtMost);
    const names = await readCustomerNames(
      environment,
      shown.map(({ organizationId }) => organizationId ?? ''),
    );
    const all = (rows[0]?.customers ?? 0) - (without ? 1 : 0);
    return {
      period,
      rows: shown.map(({ organizationId, failed, ended, lastFailedAt }) => ({
        organizationId: organizationId ?? '',
        name: names.get(organizationId ?? '') ?? null,
        ...{ failed, share: failed / ended, lastFailedAt: lastFailedAt.toISOString() },
      })),
      others: all - shown.length,
      without: without ? { failed: without.failed, lastFailedAt: without.lastFailedAt.toISOString() } : null,
    };
  },
});

type Row = {
  organizationId: string | null;
  failed: number;
  ended: number;
  lastFailedAt: Date;
  customers: number;
};

/** How old the index, the activity cache and the snapshots are. Source: Keydesk's own records. */
export const getDeskFreshness = defineQuery({
  permission: 'search.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<DeskFreshness> => {
    const { customers } = principal;
    const mine = customers === 'all' ? {} : { organizationId: { in: [...customers] } };
    const [walk, cursors, oldest] = await Promise.all([
      db().searchWalk.findUnique({ where: { environment }, select: { finishedAt: true } }),
      db().syncCursor.findMany({ where: { environment, purpose: 'reconcile' } }),
      db().organizationSnapshot.aggregate({
        where: { environment, part: 'organization', endedAt: null, ...mine },
        _min: { seenAt: true },
      }),
    ]);
    const lastOk = (stream: string) =>
      cursors.find((one) => one.stream === stream)?.lastOkAt?.toISOString() ?? null;
    return {
      index: walk?.finishedAt?.toISOString() ?? null,
      events: lastOk('event'),
      logins: lastOk('login'),
      snapshots: oldest._min.seenAt?.toISOString() ?? null,
    };
  },
});
