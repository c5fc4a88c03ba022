import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { JobRow } from '@/lib/features/jobs/schema';
import { formatCount } from '@/lib/format';
import { countAll, countHandled, describeCounts, jobStateWords } from './words';

/** How far a job is, and why it does not go on where it does not. */
export function JobProgress({ job }: { job: JobRow }) {
  const { counts, state, planning, searched, toSearch, notice, waitUntil } = job;
  const all = countAll(counts);
  const handled = countHandled(counts);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Status tone={jobStateWords[state].tone}>{jobStateWords[state].label}</Status>
        <p role="status">
          {formatCount(handled)} of {formatCount(all)} handled: {describeCounts(counts)}.
          {planning
            ? ` Still searching: ${formatCount(searched)} of ${formatCount(Math.max(searched, toSearch))} gone through.`
            : ''}
        </p>
      </div>
      <ProgressBar label="Items handled" value={handled} max={Math.max(all, 1)} />
      {state === 'paused' && notice ? (
        <Notice tone="warning" title={notice}>
          What was not sent waits. Once the cause is gone, resume the job.
        </Notice>
      ) : null}
      {state === 'running' && waitUntil ? (
        <Notice tone="info" title="It waits, and goes on by itself.">
          {notice} It tries again <RelativeTime time={waitUntil} />.
        </Notice>
      ) : null}
    </div>
  );
}
