import 'server-only';
import { pool } from '@/lib/db';
import { env } from '@/lib/env';
import { readClockOffset } from '@/lib/scalekit/clock';

const dayMs = 86_400_000;

/**
 * What time it is for whoever deletes by age: our clock, but never later than somebody else says, so that a clock that
 * jumped ahead deletes nothing. The witness is the `Date` of Scalekit's answers to this process in the last quarter of an
 * hour; without one (a worker that has just started) the newest thing that happened at Scalekit, and a day.
 * Postgres is no witness: it often runs on the same machine.
 * @param at our clock
 * @returns null when there is no witness at all: nothing is to be deleted then
 * @throws Error when Postgres does not answer
 */
export async function witnessedNow(at = new Date()): Promise<Date | null> {
  const names = env().environments.map(({ name }) => name);
  const offsets = names.flatMap((name) => readClockOffset(name, at.getTime()) ?? []);
  if (offsets.length > 0) return new Date(at.getTime() + Math.min(0, Math.max(...offsets)));
  const newest = await newestAtScalekit(names);
  return newest && new Date(Math.min(at.getTime(), newest.getTime() + dayMs));
}

/** Of events and sign-ins only: the times of changes are ours. */
async function newestAtScalekit(environments: string[]): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(
    `SELECT max(n.at) AS at
     FROM unnest($1::text[]) AS e(environment) CROSS JOIN (VALUES ('event'), ('login')) AS s(stream)
     CROSS JOIN LATERAL (
       SELECT at FROM activity.entry AS x WHERE x.environment = e.environment AND x.stream = s.stream
       ORDER BY at DESC LIMIT 1) AS n`,
    [environments],
  );
  return rows[0]?.at ?? null;
}
