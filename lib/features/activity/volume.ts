import 'server-only';
import { type ActivityStreamName, timesOf } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { branchesOf, type Selection } from './branches';
import type { ActivityVolume, VolumeBar, VolumeUnit } from './schema';

/** Rows that one walk counts at most, the newest first. */
export const volumeLimit = 50_000;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const mostDays = 92;
const stepMs: Record<VolumeUnit, number> = { five_minutes: 5 * 60_000, hour: hourMs, day: dayMs };

type Counted = { walk: number; bucket: Date; stream: ActivityStreamName; total: number; failed: number };

/** Counts rows per five minutes (up to six hours), hour (less than five days) or day (up to 92), UTC. */
export async function countVolume(selection: Selection, now = Date.now()): Promise<ActivityVolume> {
  const times = timesOf(selection.filter, now);
  const to = times.to ? Date.parse(times.to) : now;
  const from = Math.max(times.from ? Date.parse(times.from) : to - 7 * dayMs, to - mostDays * dayMs);
  const unit = unitOf(to - from);
  const counted = await count(selection, unit, new Date(from), new Date(to));
  const cut = counted.cutAt === null ? null : Math.max(from, counted.cutAt);
  const bars = fill(counted.rows, stepMs[unit], cut ?? from, to);
  return {
    unit,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    bars,
    countedTo: cut === null ? null : new Date(cut).toISOString(),
  };
}

// Each so that there are bars enough to see a course.
function unitOf(ms: number): VolumeUnit {
  if (ms <= 6 * hourMs) return 'five_minutes';
  return ms < 5 * dayMs ? 'hour' : 'day';
}

async function count(selection: Selection, unit: VolumeUnit, from: Date, to: Date) {
  const branches = branchesOf(selection);
  if (branches.length === 0) return { rows: [], cutAt: null };
  const walks = branches.map(
    ({ source, conditions }, walk) => Prisma.sql`
      SELECT ${walk}::int AS walk, date_bin(${`${stepMs[unit]} milliseconds`}::interval, at, 'epoch') AS bucket, stream, count(*)::int AS total,
        (count(*) FILTER (WHERE outcome = 'failed'))::int AS failed
      FROM (${source} WHERE ${Prisma.join(conditions, ' AND ')} AND log.at >= ${from} AND log.at < ${to}
        ORDER BY log.at DESC LIMIT ${volumeLimit}) AS newest
      GROUP BY 1, 2, 3`,
  );
  const rows = await db().$queryRaw<Counted[]>`${Prisma.join(walks, ' UNION ALL ')}`;
  return { rows, cutAt: cutOf(rows, stepMs[unit]) };
}

/** Where a walk ended early its oldest stretch is not whole; what is shown begins after it. */
function cutOf(rows: Counted[], step: number): number | null {
  const ends = [...new Set(rows.map(({ walk }) => walk))].flatMap((walk) => {
    const own = rows.filter((row) => row.walk === walk);
    const total = own.reduce((sum, row) => sum + row.total, 0);
    return total < volumeLimit ? [] : [Math.min(...own.map(({ bucket }) => bucket.getTime())) + step];
  });
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** A bar for every stretch, also those without a row. */
function fill(rows: Counted[], step: number, from: number, to: number): VolumeBar[] {
  const bars = new Map<number, VolumeBar>();
  for (let at = Math.floor(from / step) * step; at < to; at += step) {
    bars.set(at, {
      at: new Date(at).toISOString(),
      total: 0,
      failed: 0,
      event: 0,
      login: 0,
      change: 0,
      staff: 0,
    });
  }
  for (const { bucket, stream, total, failed } of rows) {
    const bar = bars.get(bucket.getTime());
    if (!bar) continue;
    bar.total += total;
    bar.failed += failed;
    bar[stream] += total;
  }
  return [...bars.values()];
}
