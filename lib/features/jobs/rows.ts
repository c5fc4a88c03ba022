import 'server-only';
import type { Principal, Scope } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { BulkItem, BulkJob } from '@/lib/generated/prisma/client';
import {
  type ItemCounts,
  type ItemRow,
  type ItemState,
  itemStates,
  type JobRow,
  type JobState,
} from './schema';

type Context = { environment: string; principal: Principal };

/** @throws AppError not_found */
export async function requireJob(jobId: string, environment: string): Promise<BulkJob> {
  const job = await db().bulkJob.findFirst({ where: { id: jobId, environment } });
  if (!job) throw new AppError('not_found', 'There is no such job in this environment.');
  return job;
}

/** A job of several organizations is for its starter, and for people who may see all. */
export async function scopeOfJob({ jobId }: { jobId: string }, context: Context): Promise<Scope> {
  const { organizationId, startedById } = await requireJob(jobId, context.environment);
  if (organizationId) return { kind: 'organization', organizationId };
  return startedById === context.principal.staffId ? { kind: 'assigned' } : { kind: 'environment' };
}

/** Counted, not kept: the items themselves hold the truth. */
export async function countItems(jobIds: string[]): Promise<Map<string, ItemCounts>> {
  const groups = await db().bulkItem.groupBy({
    by: ['jobId', 'state'],
    where: { jobId: { in: jobIds } },
    _count: true,
  });
  const none = () => Object.fromEntries(itemStates.map((state) => [state, 0])) as ItemCounts;
  const counts = new Map(jobIds.map((id) => [id, none()]));
  for (const { jobId, state, _count } of groups) {
    const own = counts.get(jobId);
    if (own) own[state as ItemState] = _count;
  }
  return counts;
}

export async function toJobRows(jobs: BulkJob[]): Promise<JobRow[]> {
  const counts = await countItems(jobs.map(({ id }) => id));
  return jobs.map((job) => ({
    id: job.id,
    kind: job.kind,
    state: job.state as JobState,
    organizationId: job.organizationId,
    startedBy: job.startedByEmail,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
    planning: job.planCursor !== null && job.state !== 'cancelled',
    searched: job.planDone,
    toSearch: job.planTotal,
    waitUntil: job.waitUntil && job.waitUntil > new Date() ? job.waitUntil.toISOString() : null,
    notice: job.notice,
    counts: counts.get(job.id) as ItemCounts,
  }));
}

export function toItemRow(item: BulkItem): ItemRow {
  const { position, label, key, sentence, requestId, finishedAt } = item;
  const state = item.state as ItemState;
  return { position, label, key, state, sentence, requestId, finishedAt: finishedAt?.toISOString() ?? null };
}
