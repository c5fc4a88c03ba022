import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordDenial } from '@/lib/audit/staff-log';
import { authorize, type Principal } from '@/lib/auth/principal';
import { absentPrincipal } from '@/lib/auth/staff-principal';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { BulkJob } from '@/lib/generated/prisma/client';
import { requireThaw } from '../freeze';
import { toAppError } from '../to-app-error';
import { claimNext, findUnsettled, finishJob, hasWaiting, pauseWith, waitWith } from './items';
import type { BulkKind } from './kind';
import { planStep } from './plan';
import { lookUpItem, runItem, type Step } from './run-item';

/** When a job is to be taken up again; null: not by itself. `busy`: another process is at it. */
export type Again = Date | null | 'busy';

const sliceMs = 5 * 60_000;
/** A wait shorter than this is waited out; for a longer one the worker's place goes to another job. */
const shortWaitMs = 5_000;
/** So many in a row without a proper answer: Scalekit is in trouble, and the rest is better kept. */
const troubleLimit = 5;
/** So often a job looks whether the freeze that it waits for is over. */
const frozenMs = 60_000;

/**
 * Works on a job for some minutes, one item at a time. Only one process does so: a second call returns at once.
 * Nothing is kept in memory that the next slice, in another process, would miss.
 */
export async function runSlice(
  jobId: string,
  kinds: Map<string, BulkKind>,
  stopping: AbortSignal,
): Promise<Again> {
  const slice = await withDatabaseLock<{ again: Date | null }>(`bulk ${jobId}`, async (lost) => {
    const until = Date.now() + sliceMs;
    const stop = AbortSignal.any([stopping, lost]);
    let troubles = 0;
    while (!stop.aborted && Date.now() < until) {
      const job = await db().bulkJob.findUnique({ where: { id: jobId } });
      const kind = job && kinds.get(job.kind);
      if (!job || !kind) return { again: null };
      if (job.waitUntil && job.waitUntil.getTime() - Date.now() > shortWaitMs)
        return { again: job.waitUntil };
      if (job.waitUntil) await pass(job.waitUntil, stop);
      if (stop.aborted) break;
      const step = await takeStep(job, kind, stop);
      if (step === 'end') return { again: null };
      troubles = step.kind === 'trouble' ? troubles + 1 : 0;
      if (step.kind === 'wait') await waitWith(job, new Date(Date.now() + step.ms), step.why);
      else if (job.waitUntil)
        await db().bulkJob.update({ where: { id: jobId }, data: { waitUntil: null, notice: null } });
      if (troubles >= troubleLimit) {
        await pauseWith(
          job,
          `${troubleLimit} in a row got no proper answer from Scalekit, so Keydesk paused the job.`,
        );
      }
    }
    return { again: stopping.aborted ? null : new Date() };
  });
  if (!slice) return 'busy';
  return slice.again ?? (stopping.aborted ? null : await revived(jobId));
}

/** Somebody resumed it just as the slice ended: their call found it busy. */
async function revived(jobId: string): Promise<Date | null> {
  const where = { id: jobId, state: 'running', waitUntil: null };
  return (await db().bulkJob.count({ where })) > 0 ? new Date() : null;
}

async function takeStep(job: BulkJob, kind: BulkKind, stop: AbortSignal): Promise<Step | 'end'> {
  const unsettled = await findUnsettled(job.id);
  if (unsettled) {
    // Until its own deadline has passed, the lost call might still arrive after we looked.
    const deadline = (unsettled.sentAt?.getTime() ?? 0) + env().SCALEKIT_TIMEOUT_MS;
    if (unsettled.state === 'sent') await pass(new Date(deadline), stop);
    return stop.aborted ? { kind: 'on' } : lookUpItem(job, kind, unsettled);
  }
  if (job.state !== 'running') return 'end';
  const principal = await allowed(job, kind);
  if (!principal) return 'end';
  const freeze = await findFreezeOf(job);
  if (freeze && (job.planCursor !== null || (await hasWaiting(job.id))))
    return { kind: 'wait', ms: frozenMs, why: freeze.message };
  if (job.planCursor !== null && !kind.actsWhilePlanning) return plan(job, kind, job.planCursor);
  const item = await claimNext(job.id);
  if (item) return runItem(job, kind, principal, item);
  if (job.planCursor !== null) return plan(job, kind, job.planCursor);
  await finishJob(job);
  return 'end';
}

/** The person who started it as they stand now; null, and the job is paused with words, when they may not any more. */
async function allowed(job: BulkJob, kind: BulkKind): Promise<Principal | null> {
  const { environment, organizationId } = job;
  let principal: Principal | undefined;
  try {
    principal = await absentPrincipal(job.startedById, environment);
    authorize(
      principal,
      kind.name,
      organizationId ? { kind: 'organization', organizationId } : { kind: 'assigned' },
    );
    return principal;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const { code } = cause;
    if (principal) {
      await recordDenial({
        environment,
        principal,
        action: kind.name,
        organizationId: organizationId ?? undefined,
        code,
      });
    }
    await pauseWith(
      job,
      `${job.startedByEmail} started this and may not do it any more, so Keydesk paused the job.`,
    );
    return null;
  }
}

/** Why the job has to wait, in words. */
async function findFreezeOf({ environment, kind }: BulkJob): Promise<AppError | null> {
  try {
    await requireThaw(environment, kind);
    return null;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'frozen') return cause;
    throw cause;
  }
}

async function plan(job: BulkJob, kind: BulkKind, cursor: string): Promise<Step | 'end'> {
  try {
    await planStep(job, kind, cursor);
    return { kind: 'on' };
  } catch (cause) {
    const { code, message, retryAfterMs = 15_000 } = toAppError(cause);
    if (code === 'rate_limited') return { kind: 'wait', ms: retryAfterMs, why: message };
    await pauseWith(job, `The search for what to do failed, so Keydesk paused the job. ${message}`);
    return 'end';
  }
}

async function pass(moment: Date, stop: AbortSignal): Promise<void> {
  const ms = moment.getTime() - Date.now();
  if (ms > 0) await sleep(ms, undefined, { signal: stop }).catch(() => {});
}
