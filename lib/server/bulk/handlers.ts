import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import type { JobHandler } from '@/lib/jobs/worker';
import type { BulkKind } from './kind';
import { runSlice } from './run-slice';
import { bulkQueue, wakeBulk } from './start-bulk';

const data = z.object({ jobId: z.uuid() });

/** What a worker does for bulk jobs: the jobs themselves, and a look each minute for those that nobody works on. */
export function bulkHandlers(kinds: BulkKind[]): JobHandler[] {
  const byName = new Map(kinds.map((kind) => [kind.name as string, kind]));
  return [
    {
      name: bulkQueue,
      atOnce: 4,
      run: async (raw, stopping) => {
        const { jobId } = data.parse(raw);
        const again = await runSlice(jobId, byName, stopping);
        if (again instanceof Date) await wakeBulk(jobId, again);
      },
    },
    { name: 'bulk-sweep', atOnce: 1, every: '* * * * *', run: wakeAll },
  ];
}

/** Queues every running job. One that is at work already is left alone by its lock. */
async function wakeAll(): Promise<void> {
  const unsettled = { some: { OR: [{ state: 'sent' }, { state: 'unknown', lookUp: true }] } };
  const jobs = await db().bulkJob.findMany({
    where: { OR: [{ state: 'running' }, { items: unsettled }] },
    select: { id: true, waitUntil: true },
  });
  for (const { id, waitUntil } of jobs) await wakeBulk(id, waitUntil ?? undefined);
}
