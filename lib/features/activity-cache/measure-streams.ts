import 'server-only';
import { db } from '@/lib/db';
import { countLimit } from './schema';

export type Measured = {
  stream: 'event' | 'login' | 'change';
  rows: number;
  bytes: number;
  months: number;
  oldest: Date | null;
  newest: Date | null;
  lagMs: number | null;
};

type Edge = { stream: Measured['stream']; rows: number; oldest: Date | null; newest: Date | null };
type Size = { stream: Measured['stream']; bytes: number; months: number };

/** Rows and age of an environment's streams, by index and counted up to a limit, and the size of all environments'. */
export async function measureStreams(environment: string): Promise<Measured[]> {
  const [edges, sizes, lags] = await Promise.all([
    db().$queryRaw<Edge[]>`
      SELECT s.stream,
        (SELECT count(*)::int FROM (
          SELECT 1 FROM activity.entry AS e WHERE e.environment = ${environment} AND e.stream = s.stream
          LIMIT ${countLimit}) AS counted) AS rows,
        (SELECT min(at) FROM activity.entry AS e WHERE e.environment = ${environment} AND e.stream = s.stream)
          AS oldest,
        (SELECT max(at) FROM activity.entry AS e WHERE e.environment = ${environment} AND e.stream = s.stream)
          AS newest
      FROM (VALUES ('event'), ('login'), ('change')) AS s(stream)`,
    db().$queryRaw<Size[]>`
      SELECT s.stream, coalesce(sum(pg_total_relation_size(t.relid)), 0)::float8 AS bytes,
        count(*) FILTER (WHERE t.isleaf)::int AS months
      FROM (VALUES ('event'), ('login'), ('change')) AS s(stream)
      CROSS JOIN LATERAL pg_partition_tree(('activity.' || s.stream)::regclass) AS t GROUP BY s.stream`,
    db().$queryRaw<{ stream: Measured['stream']; lagMs: number }[]>`
      SELECT s.stream, n.lag AS "lagMs"
      FROM (VALUES ('event'), ('login'), ('change')) AS s(stream)
      CROSS JOIN LATERAL (
        SELECT greatest(0, extract(epoch FROM e.received_at - e.at) * 1000)::float8 AS lag
        FROM activity.entry AS e WHERE e.environment = ${environment} AND e.stream = s.stream
        ORDER BY e.at DESC LIMIT 1) AS n`,
  ]);
  return edges.map((edge) => {
    const size = sizes.find(({ stream }) => stream === edge.stream);
    const lag = lags.find(({ stream }) => stream === edge.stream);
    return { ...edge, bytes: size?.bytes ?? 0, months: size?.months ?? 0, lagMs: lag?.lagMs ?? null };
  });
}
