import type { NextRequest } from 'next/server';
import { getJob } from '@/lib/features/jobs/queries';
import { writeReport } from '@/lib/features/jobs/report-file';
import { settle } from '@/lib/server/settle';

const plain = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** A job's report as a CSV file, written while it is read. */
export async function GET(
  _request: NextRequest,
  { params }: RouteContext<'/[environment]/jobs/[jobId]/report'>,
) {
  const { environment, jobId } = await params;
  const job = await settle(getJob(environment, { jobId }));
  if (!job.ok) {
    const status = job.error.code === 'unauthenticated' ? 401 : 404;
    const headers = { ...plain, 'content-type': 'text/plain; charset=utf-8' };
    return new Response(`The report cannot be had. ${job.error.message}\n`, { status, headers });
  }
  const name = `${job.data.kind.replaceAll(/[^a-z]+/g, '-')}-${job.data.createdAt.slice(0, 10)}.csv`;
  return new Response(toStream(writeReport(jobId)), {
    headers: {
      ...plain,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

/** Asks for the next piece only when the browser has taken the last. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
