import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { absentPrincipal } from '@/lib/auth/staff-principal';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import type { SignInWatch } from '@/lib/generated/prisma/client';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { isWatched, type LoggedSignIn, readSignInLog, summarizeSignIns } from '@/lib/server/sign-in-log';
import { tellOfSignIn } from './tell';

/** The longest that a sign-in may take: a line keeps the time of its beginning, and ends later. */
const overlapMs = 20 * 60_000;
const mostWatches = 60;
const pages = 3;

/** Looks each minute whether what is watched has worked. */
export const watchSweep: JobHandler = {
  name: 'sign-in-watches',
  atOnce: 1,
  every: '* * * * *',
  run: async (_data, stopping) => {
    for (const { name } of env().environments) {
      if (stopping.aborted) return;
      await sweepWatches(name).catch((err) =>
        logger.warn({ err, environment: name }, 'The sign-in watches could not be looked after'),
      );
    }
  },
};

/**
 * One round in one environment: addresses by themselves, which the API filters; connections out of one bounded read of
 * everybody's lines. Whoever is behind waits for the next minute. Spends the jobs' share of the API budget.
 */
export async function sweepWatches(environment: string, now = new Date()): Promise<void> {
  await db().signInWatch.updateMany({
    where: { environment, state: 'open', endsAt: { lte: now } },
    data: { state: 'over' },
  });
  const open = await db().signInWatch.findMany({
    where: { environment, state: 'open' },
    orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
    take: mostWatches,
  });
  if (open.length === 0) return;
  const scalekit = scalekitClient(environment, { priority: 'job' });
  const ofConnections = open.filter(({ email }) => !email);
  const shared = ofConnections.length > 0 ? await readShared(scalekit, ofConnections) : [];
  for (const watch of open) {
    const from = new Date(watch.email ? watch.createdAt.getTime() : startOf(watch)).toISOString();
    const rows = watch.email
      ? (await readSignInLog(scalekit, { email: watch.email, since: from })).rows
      : shared.filter(({ at }) => at >= from);
    await settle(watch, rows, now);
  }
}

async function readShared(scalekit: ScalekitClient, watches: SignInWatch[]): Promise<LoggedSignIn[]> {
  const since = new Date(Math.min(...watches.map(startOf))).toISOString();
  return (await readSignInLog(scalekit, { since, pages })).rows;
}

// A connection's lines are looked through once, but for those that may still have been under way.
function startOf({ createdAt, checkedAt }: SignInWatch): number {
  return Math.max(createdAt.getTime(), (checkedAt?.getTime() ?? 0) - overlapMs);
}

async function settle(watch: SignInWatch, rows: LoggedSignIn[], now: Date): Promise<void> {
  const ours = rows.filter((row) => isWatched(row, watch) && row.at >= watch.createdAt.toISOString());
  const { success, failures } = summarizeSignIns(ours, watch);
  const checked = { checkedAt: now, failures: Math.max(watch.failures, failures) };
  if (!success) {
    await db().signInWatch.update({ where: { id: watch.id }, data: checked });
    return;
  }
  const seen = { seenRequestId: success.id, seenAt: new Date(success.at), seenEmail: success.email };
  // Of two workers at once one gets it, and it alone tells.
  const { count } = await db().signInWatch.updateMany({
    where: { id: watch.id, state: 'open' },
    data: { ...checked, ...seen, state: 'seen' },
  });
  if (count === 1 && (await mayStillKnow(watch))) await tellOfSignIn(watch, success);
}

async function mayStillKnow({ createdById, environment, organizationId }: SignInWatch): Promise<boolean> {
  const principal = await absentPrincipal(createdById, environment).catch(() => null);
  if (!principal) return false;
  return principal.customers === 'all' || mayReach(principal, organizationId ?? '');
}
