import 'server-only';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { SearchWalk } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { scalekitClient } from '@/lib/scalekit/client';
import { toAppError } from '../to-app-error';
import { removeUnseen, writeDocuments } from './store';
import { type WalkPage, type WalkStep, walkSteps } from './walk-steps';

type Options = { sliceMs?: number; steps?: readonly WalkStep[]; now?: () => Date };

/** A worker may end or die at any time: after this long the walk lets others in and goes on in a new slice. */
const defaultSliceMs = 5 * 60_000;
/** The wait after an answer that was none, and after a 429 that did not say how long. */
const pauseMs = 60_000;

/** Half an hour of failures: what one operation cannot do must not keep the others waiting for ever. */
const mostAttempts = 30;
/** The place after the last step. */
const allRead = 'all read';

/** What became of a slice: nothing to do, `done`, or there is more from that moment on. */
export type SliceEnd = 'idle' | 'done' | Date;

/**
 * Walks through an environment's objects for a while, from where the last slice stopped. One process does so at a time.
 * What was walked is committed with its place, so that a killed worker costs one page.
 */
export async function walkSlice(
  environment: string,
  stopping: AbortSignal,
  options: Options = {},
): Promise<SliceEnd> {
  const done = await withDatabaseLock(`search walk ${environment}`, async (lost) => {
    const now = options.now ?? (() => new Date());
    const walk = await beginOrResume(environment, now());
    if (!walk) return 'idle';
    if (walk.waitUntil && walk.waitUntil > now()) return walk.waitUntil;
    return goOn(walk, AbortSignal.any([stopping, lost]), {
      sliceMs: defaultSliceMs,
      now,
      steps: walkSteps,
      ...options,
    });
  });
  return done ?? 'idle';
}

/** The walk to go on with; null when the index is young and nobody asked. */
async function beginOrResume(environment: string, now: Date): Promise<SearchWalk | null> {
  const walk = await db().searchWalk.upsert({ where: { environment }, create: { environment }, update: {} });
  if (walk.startedAt) return walk;
  const hours = env().SEARCH_WALK_HOURS;
  const isOld = !walk.finishedAt || now.getTime() - walk.finishedAt.getTime() > hours * 3_600_000;
  if (!walk.requestedAt && (hours === 0 || !isOld)) return null;
  const fresh = { step: null, cursor: '', total: 0, done: 0, calls: 0, attempts: 0, skipped: [] };
  return db().searchWalk.update({
    where: { environment },
    data: { ...fresh, startedAt: now, requestedAt: null, waitUntil: null, problem: null },
  });
}

async function goOn(
  begun: SearchWalk,
  stopping: AbortSignal,
  { sliceMs, steps, now }: Required<Options>,
): Promise<SliceEnd> {
  const { environment } = begun;
  const scalekit = scalekitClient(environment, { priority: 'walk' });
  const giveUpAt = performance.now() + sliceMs;
  let walk = begun;
  const save = async (data: Partial<SearchWalk>) => {
    walk = await db().searchWalk.update({ where: { environment }, data });
  };
  let index = steps.findIndex(({ name }) => name === walk.step);
  if (index === -1) index = walk.step === allRead ? steps.length : 0;
  for (let step = steps[index]; step; step = steps[index]) {
    if (stopping.aborted || performance.now() > giveUpAt) return now();
    // Before the call: what changes while it is out is newer than its answer.
    const askedAt = now();
    const page = await step.read(environment, scalekit, walk.cursor).catch(toAppError);
    const failed = page instanceof AppError;
    if (failed && !isLasting(page) && walk.attempts < mostAttempts) return pause(walk, page, now);
    if (failed) logger.warn({ environment, step: step.name, code: page.code }, 'The walk skips a step');
    const {
      documents,
      next,
      calls,
      total,
      refused = [],
    } = failed ? { ...nothing, refused: step.kinds } : page;
    await writeDocuments(environment, documents, askedAt);
    if (next === '') index += 1;
    // In one statement: whoever goes on after a crash neither leaves a page out nor begins a step anew.
    await save({
      ...{ step: steps[index]?.name ?? allRead, cursor: next, calls: walk.calls + calls, attempts: 0 },
      ...{ skipped: [...new Set([...walk.skipped, ...refused])], problem: null, waitUntil: null },
      ...(total !== undefined && { total }),
      ...(step === steps.at(-1) && { done: walk.done + 1 }),
    });
  }
  await finish(walk, steps, now());
  return 'done';
}

const nothing: WalkPage = { documents: [], next: '', calls: 1 };

/** An environment that refuses an operation will refuse it again: the rest is worth having. */
function isLasting({ code }: AppError): boolean {
  return code === 'forbidden' || code === 'not_found' || code === 'invalid';
}

async function pause(walk: SearchWalk, error: AppError, now: () => Date): Promise<Date> {
  const waitUntil = new Date(now().getTime() + Math.max(1_000, error.retryAfterMs ?? pauseMs));
  const { environment } = walk;
  // Patience that was asked for is no failure.
  const attempts = error.code === 'rate_limited' ? walk.attempts : walk.attempts + 1;
  const data = { waitUntil, attempts, problem: error.message };
  await db().searchWalk.update({ where: { environment }, data });
  return waitUntil;
}

/** What a whole walk did not see is gone. */
async function finish(walk: SearchWalk, steps: readonly WalkStep[], now: Date): Promise<void> {
  const { environment, startedAt, skipped, calls } = walk;
  if (!startedAt) return;
  const kinds = steps.flatMap((step) => step.kinds).filter((kind) => !skipped.includes(kind));
  const removed = await removeUnseen(environment, kinds, startedAt);
  const seconds = Math.round((now.getTime() - startedAt.getTime()) / 1000);
  logger.info({ environment, calls, seconds, removed }, 'The index has been walked');
  await db().searchWalk.update({
    where: { environment },
    data: {
      startedAt: null,
      finishedAt: now,
      finishedCalls: calls,
      finishedSeconds: seconds,
      problem: null,
      requestedAt: null,
    },
  });
}
