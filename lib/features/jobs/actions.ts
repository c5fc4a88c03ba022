'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cancelledSentence } from '@/lib/server/bulk/items';
import { wakeBulk } from '@/lib/server/bulk/start-bulk';
import { defineAction } from '@/lib/server/define-action';
import { scopeOfJob } from './rows';
import { jobInput } from './schema';

const target = ({ jobId }: { jobId: string }) => ({ type: 'job', id: jobId });

/** Stops after the item at hand. */
export const pauseJob = defineAction({
  permission: 'job.pause',
  input: jobInput,
  scope: scopeOfJob,
  run: async ({ jobId }) => {
    const where = { id: jobId, state: 'running' };
    const { count } = await db().bulkJob.updateMany({ where, data: { state: 'paused', notice: null } });
    if (count === 0) throw new AppError('conflict', 'The job does not run, so it cannot be paused.');
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** Goes on where it stood, still in the name of the person who started it. */
export const resumeJob = defineAction({
  permission: 'job.resume',
  input: jobInput,
  scope: scopeOfJob,
  run: async ({ jobId }) => {
    const where = { id: jobId, state: 'paused' };
    const { count } = await db().bulkJob.updateMany({ where, data: { state: 'running', notice: null } });
    if (count === 0) throw new AppError('conflict', 'The job is not paused, so it cannot go on.');
    await wakeBulk(jobId);
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** Ends it for good. What was done stays done; what waits is not sent. */
export const cancelJob = defineAction({
  permission: 'job.cancel',
  input: jobInput,
  scope: scopeOfJob,
  run: async ({ jobId }) => {
    const now = new Date();
    const [{ count }] = await db().$transaction([
      db().bulkJob.updateMany({
        where: { id: jobId, state: { in: ['running', 'paused'] } },
        data: { state: 'cancelled', finishedAt: now, waitUntil: null, notice: null, planCursor: null },
      }),
      db().bulkItem.updateMany({
        where: { jobId, state: 'waiting', job: { state: 'cancelled' } },
        data: { state: 'skipped', sentence: cancelledSentence, finishedAt: now },
      }),
    ]);
    if (count === 0) throw new AppError('conflict', 'The job has ended already.');
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** Asks Scalekit what became of every item whose end is unknown. Nothing is sent again by this. */
export const lookUpUnknown = defineAction({
  permission: 'job.look_up',
  input: jobInput,
  scope: scopeOfJob,
  run: async ({ jobId }) => {
    const where = { jobId, state: 'unknown' };
    const { count } = await db().bulkItem.updateMany({ where, data: { lookUp: true } });
    if (count === 0) throw new AppError('conflict', 'No item of this job is unknown.');
    // A job that has ended is at work again until it has looked.
    const done = { id: jobId, state: 'done' };
    await db().bulkJob.updateMany({ where: done, data: { state: 'running', finishedAt: null } });
    await wakeBulk(jobId);
    return { count };
  },
  audit: { target, details: () => ({}), result: (details) => ({ details }) },
});

/** Gives every item that failed another turn. Unknown ones stay: they are looked up first. */
export const retryFailed = defineAction({
  permission: 'job.retry',
  input: jobInput,
  scope: scopeOfJob,
  run: async ({ jobId }) => {
    const [{ count }] = await db().$transaction([
      db().bulkItem.updateMany({
        where: { jobId, state: 'failed', job: { state: { not: 'cancelled' } } },
        data: { state: 'waiting', sentence: null, requestId: null, finishedAt: null },
      }),
      db().bulkJob.updateMany({
        where: { id: jobId, state: { not: 'cancelled' }, items: { some: { state: 'waiting' } } },
        data: { state: 'running', finishedAt: null, notice: null },
      }),
    ]);
    if (count === 0) throw new AppError('conflict', 'No item of this job can be tried again.');
    await wakeBulk(jobId);
    return { count };
  },
  audit: { target, details: () => ({}), result: (details) => ({ details }) },
});
