import 'server-only';
import { db } from '@/lib/db';
import type { Freshness } from './schema';

/** How old the index of an environment is, and how far a walk that is on its way. */
export async function readFreshness(environment: string): Promise<Freshness> {
  const walk = await db().searchWalk.findUnique({ where: { environment } });
  const begun = walk?.startedAt ?? walk?.requestedAt;
  return {
    finishedAt: walk?.finishedAt?.toISOString() ?? null,
    startedAt: begun?.toISOString() ?? null,
    done: walk?.done ?? 0,
    total: walk?.total ?? 0,
    step: walk?.startedAt ? walk.step : null,
    problem: walk?.problem ?? null,
    skipped: walk?.skipped ?? [],
    calls: walk?.finishedCalls ?? null,
    seconds: walk?.finishedSeconds ?? null,
  };
}
