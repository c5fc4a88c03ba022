'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { type ItemState, itemPageSize, type Report } from '@/lib/features/jobs/schema';
import { type ListPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { ItemTable } from './item-table';
import { JobControls, type JobRights } from './job-controls';
import { JobProgress } from './job-progress';
import { ReportFilter } from './report-filter';

type Props = {
  environment: string;
  /** As the server's page has read it. */
  initial: Report;
  state: ItemState | '';
  position: ListPosition;
  rights: JobRights;
};

/** A job as it goes on: progress, what can be done with it, and its items. */
export function JobReport(props: Props) {
  return (
    <LiveQueries>
      <Live {...props} />
    </LiveQueries>
  );
}

function Live({ environment, initial, state, position, rights }: Props) {
  const { id } = initial.job;
  const query = useLiveQuery<Report>(
    'jobs.report',
    environment,
    { jobId: id, state, pageToken: position.cursor },
    { initialData: initial, staleTime: 0, pollAfter },
  );
  const report = query.data ?? initial;
  const { job, rows } = report;
  const path = paths.job(environment, id);
  return (
    <>
      <JobProgress job={job} />
      <JobControls
        environment={environment}
        job={job}
        rights={rights}
        onChanged={() => void query.refetch()}
      />
      {query.error ? (
        <ErrorPanel title="The job could not be read again. It goes on all the same." error={query.error} />
      ) : null}
      <ReportFilter environment={environment} job={job} state={state} />
      <ItemTable rows={rows} state={state} />
      <Pagination {...pageLinks(path, { state }, report, position, itemPageSize)} />
    </>
  );
}

/** The browser does not ask while its tab is hidden. */
function pollAfter(last: Report | undefined): number | false {
  if (last?.job.state === 'running') return 1_000;
  // Somebody else may resume it, and look-ups come in later.
  return last?.job.state === 'paused' || (last?.job.counts.unknown ?? 0) > 0 ? 3_000 : false;
}
