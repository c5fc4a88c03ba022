import 'server-only';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { enqueue } from '@/lib/jobs/queue';
import { logger } from '@/lib/logger';
import type { NewItem } from './kind';

/** The queue that bulk jobs go through. */
export const bulkQueue = 'bulk';

type Start = {
  environment: string;
  principal: Principal;
  organizationId: string | null;
  kind: Permission;
  /** Absent: the kind searches for them itself. */
  items?: NewItem[];
};

/** Writes a job with its items, all or nothing, and wakes a worker. @returns the job's id */
export async function startBulk({
  environment,
  principal,
  organizationId,
  kind,
  items,
}: Start): Promise<string> {
  const { id } = await db().bulkJob.create({
    data: {
      environment,
      organizationId,
      kind,
      startedById: principal.staffId,
      startedByEmail: principal.email,
      planCursor: items ? null : '',
      items: items && { createMany: { data: items.map((item, index) => toRow(item, index + 1)) } },
    },
    select: { id: true },
  });
  await wakeBulk(id);
  return id;
}

/** An item's row, before its job is known. */
export function toRow({ key, label, input, skipped }: NewItem, position: number) {
  const outcome = skipped ? { state: 'skipped', sentence: skipped, finishedAt: new Date() } : {};
  return { position, key, label, input: input as object, ...outcome };
}

/** Tells the workers that there is something to do. When it cannot be told, their own look each minute finds it. */
export async function wakeBulk(jobId: string, after?: Date): Promise<void> {
  try {
    await enqueue(bulkQueue, { jobId }, { key: jobId, after });
  } catch (err) {
    logger.error({ err, jobId }, 'The job could not be queued; the next look finds it');
  }
}
