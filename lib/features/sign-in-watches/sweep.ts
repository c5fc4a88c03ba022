import 'server-only';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { SignInWatch } from '@/lib/generated/prisma/client';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { findLogCopy, longestSignInMs, readCopiedSince } from '@/lib/server/log-copy';
import { readSignInLog } from '@/lib/server/sign-in-log';
import { settle } from './settle';

const mostWatches = 1_000;
/** Of a round that asks Scalekit: addresses, how many at once, pages of everybody’s lines, and how long it may take. */
const mostAddresses = 60;
const atOnce = 4;
const pages = 6;
const roundMs = 40_000;

/** Looks each minute whether what is watched has worked. */
export const watchSweep: JobHandler = {
  name: 'sign-in-watches',
  atOnce: 1,
  every: '* * * * *',
  run: async (_data, stopping) => {
    const sweeps = env().environments.map(({ name }) =>
      sweepWatches(name, new Date(), stopping).catch((err) =>
        logger.warn({ err, environment: name }, 'The sign-in watches could not be looked after'),
      ),
    );
    await Promise.all(sweeps);
  },
};

/**
 * One round in one environment. Where our copy of the login log is fresh one statement answers for all; else Scalekit is
 * asked, out of the jobs’ share of the API budget: for each address, which the API filters by, and for all connections by
 * one bounded read of everybody’s lines. Whoever is behind waits for the next minute.
 */
export async function sweepWatches(
  environment: string,
  now = new Date(),
  stopping?: AbortSignal,
): Promise<void> {
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
  const copy = await findLogCopy(environment, now);
  if (copy?.isFresh) return readCopy(environment, open, new Date(copy.readAt));
  const scalekit = scalekitClient(environment, { priority: 'job' });
  const round: Round = { scalekit, now, endsAt: Date.now() + roundMs, stopped: false, stopping };
  await readConnections(
    open.filter(({ email }) => !email),
    round,
  );
  await readAddresses(open.filter(({ email }) => email).slice(0, mostAddresses), round);
}

type Round = {
  scalekit: ScalekitClient;
  now: Date;
  endsAt: number;
  stopped: boolean;
  stopping?: AbortSignal;
};

/** From the watch's beginning each time: what the copy learns late is seen late, and not missed. */
async function readCopy(environment: string, open: SignInWatch[], readAt: Date): Promise<void> {
  const watched = open.map(({ id, createdAt, email, organizationId, connectionId }) => ({
    ...{ key: id, since: createdAt.toISOString() },
    ...{ email, organizationId, connectionId },
  }));
  const found = await readCopiedSince(environment, watched);
  const news = open.filter(({ id }) => found.has(id));
  for (const watch of news) await settle(watch, found.get(watch.id) ?? [], readAt);
  const quiet = open.flatMap(({ id }) => (found.has(id) ? [] : [id]));
  await db().signInWatch.updateMany({ where: { id: { in: quiet } }, data: { checkedAt: readAt } });
}

// A connection's lines are looked through once, but for those that may still have been under way.
const startOf = ({ createdAt, checkedAt }: SignInWatch) =>
  new Date(Math.max(createdAt.getTime(), (checkedAt?.getTime() ?? 0) - longestSignInMs)).toISOString();

async function readConnections(watches: SignInWatch[], round: Round): Promise<void> {
  const since = watches.map(startOf).sort()[0];
  if (!since) return;
  const { scalekit, now, endsAt } = round;
  await orGoOn(round, async () => {
    const { rows, complete } = await readSignInLog(scalekit, { since, pages, notAfter: endsAt });
    const oldest = complete ? since : (rows.at(-1)?.at ?? now.toISOString());
    for (const watch of watches) {
      const from = startOf(watch);
      // A part that was not read is looked for again: here, or in the copy once that is fresh.
      const isRead = from >= oldest;
      await settle(
        watch,
        rows.filter(({ at }) => at >= from),
        isRead ? now : null,
      );
    }
  });
}

async function readAddresses(watches: SignInWatch[], round: Round): Promise<void> {
  const { scalekit, now, endsAt } = round;
  const queue = [...watches];
  const lane = async () => {
    while (!round.stopped && !round.stopping?.aborted && Date.now() < endsAt) {
      const watch = queue.shift();
      if (!watch) return;
      const isRead = await orGoOn(round, async () => {
        const filter = { email: watch.email ?? '', since: watch.createdAt.toISOString() };
        await settle(watch, (await readSignInLog(scalekit, filter)).rows, now);
      });
      // Else it would be the first again each minute, and nobody behind it would get a turn.
      if (!isRead && !round.stopped)
        await db().signInWatch.update({ where: { id: watch.id }, data: { checkedAt: now } });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** One failure harms nobody else; a limit ends the round, since the next call would meet it too. */
async function orGoOn(round: Round, look: () => Promise<void>): Promise<boolean> {
  try {
    await look();
    return true;
  } catch (err) {
    round.stopped ||= err instanceof AppError && err.code === 'rate_limited';
    logger.warn({ err, stopped: round.stopped }, 'A sign-in watch could not be looked after');
    return false;
  }
}
