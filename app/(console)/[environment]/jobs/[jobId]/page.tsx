import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { JobReport } from '@/components/jobs/job-report';
import { jobTitle } from '@/components/jobs/words';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { readReport } from '@/lib/features/jobs/queries';
import { itemStates } from '@/lib/features/jobs/schema';
import { listPosition } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Job' };

const searchSchema = listPosition.extend({
  state: z.enum(itemStates).or(z.literal('')).default('').catch(''),
});

/** One bulk job: how far it is, and what became of each item. */
export default async function JobPage(props: PageProps<'/[environment]/jobs/[jobId]'>) {
  const { environment, jobId } = await props.params;
  const { state, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.job(environment, jobId);
  const report = await settle(readReport(environment, { jobId, state, pageToken: position.cursor }));
  const crumbs = [{ label: 'Jobs', href: paths.jobs(environment) }];
  if (!report.ok) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="Job" />
        <ErrorPanel title="This job could not be read." error={report.error} retryHref={path} />
      </>
    );
  }
  const { job } = report.data;
  return (
    <>
      <PageHeader crumbs={crumbs} title={jobTitle(job)} id={{ value: job.id, what: 'job id' }}>
        Started by {job.startedBy} <RelativeTime time={job.createdAt} />
        {job.organizationId ? (
          <>
            {' '}
            at{' '}
            <Link
              href={paths.organization(environment, job.organizationId)}
              prefetch={false}
              className="text-link font-mono text-xs"
            >
              {job.organizationId}
            </Link>
          </>
        ) : null}
        .
      </PageHeader>
      <JobReport
        key={`${state} ${position.cursor}`}
        environment={environment}
        initial={report.data}
        state={state}
        position={position}
        rights={{ control: can(principal, 'job.pause') }}
      />
    </>
  );
}
