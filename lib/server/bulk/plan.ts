import 'server-only';
import { db } from '@/lib/db';
import type { BulkJob } from '@/lib/generated/prisma/client';
import type { BulkKind } from './kind';
import { toRow } from './start-bulk';

/**
 * One step of the search for a job's items. Items and cursor are written together, so that a crash repeats the step
 * rather than losing it; what is there already stays as it is.
 */
export async function planStep(job: BulkJob, kind: BulkKind, cursor: string): Promise<void> {
  if (!kind.plan) throw new Error(`Items of ${kind.name} are not searched for`);
  const step = await kind.plan(job, cursor);
  const last = await db().bulkItem.aggregate({ where: { jobId: job.id }, _max: { position: true } });
  const start = (last._max.position ?? 0) + 1;
  const rows = step.items.map((item, index) => ({ jobId: job.id, ...toRow(item, start + index) }));
  await db().$transaction([
    db().bulkItem.createMany({ data: rows, skipDuplicates: true }),
    db().bulkJob.update({
      where: { id: job.id },
      data: { planCursor: step.next, planDone: { increment: step.done }, planTotal: step.total },
    }),
  ]);
}
