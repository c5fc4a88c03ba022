import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { requireJob, scopeOfJob, toItemRow, toJobRows } from './rows';
import {
  itemPageSize,
  type JobRow,
  jobInput,
  jobPageSize,
  listJobsInput,
  type Report,
  reportInput,
} from './schema';

/** Bulk jobs, newest first; for a limited person those of their customers and their own. */
export const listJobs = defineQuery({
  permission: 'job.read',
  input: listJobsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ pageToken }, { environment, principal }): Promise<Page<JobRow>> => {
    const { customers, staffId } = principal;
    const theirs =
      customers === 'all'
        ? {}
        : { OR: [{ organizationId: { in: [...customers] } }, { startedById: staffId }] };
    const before = z.uuid().safeParse(pageToken).data;
    const jobs = await db().bulkJob.findMany({
      where: { environment, ...theirs, ...(before && { id: { lt: before } }) },
      orderBy: { id: 'desc' },
      take: jobPageSize + 1,
    });
    const page = jobs.slice(0, jobPageSize);
    const next = jobs.length > jobPageSize ? (page.at(-1)?.id ?? null) : null;
    return { rows: await toJobRows(page), total: null, nextToken: next, previousToken: null };
  },
});

/** One job, without its items. */
export const getJob = defineQuery({
  permission: 'job.read',
  input: jobInput,
  scope: scopeOfJob,
  load: async ({ jobId }, { environment }): Promise<JobRow> => {
    const [row] = await toJobRows([await requireJob(jobId, environment)]);
    return row as JobRow;
  },
});

/** A job with a page of its items, in order of work. */
export const readReport = defineQuery({
  permission: 'job.read',
  input: reportInput,
  scope: scopeOfJob,
  load: async ({ jobId, state, pageToken }, { environment }): Promise<Report> => {
    const skip = Number(pageToken) || 0;
    const where = { jobId, ...(state && { state }) };
    const [jobs, items] = await Promise.all([
      requireJob(jobId, environment).then((job) => toJobRows([job])),
      db().bulkItem.findMany({ where, orderBy: { position: 'asc' }, skip, take: itemPageSize }),
    ]);
    const job = jobs[0] as JobRow;
    const total = state
      ? job.counts[state]
      : Object.values(job.counts).reduce((sum, count) => sum + count, 0);
    return {
      job,
      rows: items.map(toItemRow),
      total,
      nextToken: skip + itemPageSize < total ? String(skip + itemPageSize) : null,
      previousToken: skip > 0 ? String(Math.max(0, skip - itemPageSize)) : null,
    };
  },
});
