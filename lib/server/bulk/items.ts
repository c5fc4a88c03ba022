import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import type { BulkItem, BulkJob } from '@/lib/generated/prisma/client';

/** How an item ended, in words. */
export type Verdict = {
  state: 'ok' | 'failed' | 'skipped' | 'unknown';
  sentence: string;
  requestId?: string;
};

/**
 * Takes the next waiting item of a running job. It is `sent` from here on, before anything leaves: whoever finds it so
 * after a crash has to look up what became of it.
 */
export async function claimNext(jobId: string): Promise<BulkItem | null> {
  const next = await db().bulkItem.findFirst({
    where: { jobId, state: 'waiting', job: { state: 'running' } },
    orderBy: { position: 'asc' },
  });
  if (!next) return null;
  const { position } = next;
  const claim = {
    state: 'sent',
    submissionId: randomUUID(),
    attempts: next.attempts + 1,
    sentAt: new Date(),
  };
  const { count } = await db().bulkItem.updateMany({
    where: { jobId, position, state: 'waiting', job: { state: 'running' } },
    data: claim,
  });
  return count === 1 ? { ...next, ...claim } : null;
}

/** Whether anything is left to be sent. */
export async function hasWaiting(jobId: string): Promise<boolean> {
  return (await db().bulkItem.findFirst({ where: { jobId, state: 'waiting' } })) !== null;
}

/** What nobody knows the end of: left `sent` by a worker that is gone, or unknown and asked about. */
export function findUnsettled(jobId: string): Promise<BulkItem | null> {
  return db().bulkItem.findFirst({
    where: { jobId, OR: [{ state: 'sent' }, { state: 'unknown', lookUp: true }] },
    orderBy: { position: 'asc' },
  });
}

export async function settleItem({ jobId, position }: BulkItem, verdict: Verdict): Promise<void> {
  const { state, sentence, requestId = null } = verdict;
  await db().bulkItem.update({
    where: { jobId_position: { jobId, position } },
    data: { state, sentence, requestId, lookUp: false, finishedAt: new Date() },
  });
}

/** It was not done: it waits for its turn again. */
export async function putBack({ jobId, position }: BulkItem): Promise<void> {
  // A job that was cancelled meanwhile takes it along.
  const job = await db().bulkJob.findUniqueOrThrow({ where: { id: jobId }, select: { state: true } });
  const data =
    job.state === 'cancelled' ? { state: 'skipped', sentence: cancelledSentence } : { state: 'waiting' };
  await db().bulkItem.update({ where: { jobId_position: { jobId, position } }, data });
}

export const cancelledSentence = 'The job was cancelled before its turn.';

/** Keydesk itself stops a job, and says why. */
export async function pauseWith(job: BulkJob, notice: string): Promise<void> {
  await db().bulkJob.updateMany({
    where: { id: job.id, state: 'running' },
    data: { state: 'paused', notice },
  });
}

/** Nothing is sent before that moment. */
export async function waitWith(job: BulkJob, waitUntil: Date, notice: string): Promise<void> {
  await db().bulkJob.update({ where: { id: job.id }, data: { waitUntil, notice } });
}

export async function finishJob(job: BulkJob): Promise<void> {
  await db().bulkJob.updateMany({
    where: {
      id: job.id,
      state: 'running',
      planCursor: null,
      items: { none: { state: { in: ['waiting', 'sent'] } } },
    },
    data: { state: 'done', finishedAt: new Date(), waitUntil: null, notice: null },
  });
}
