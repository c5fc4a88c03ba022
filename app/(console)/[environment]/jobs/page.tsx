import type { Metadata } from 'next';
import { JobTable } from '@/components/jobs/job-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listJobs } from '@/lib/features/jobs/queries';
import { jobPageSize } from '@/lib/features/jobs/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Jobs' };

/** Bulk work: what runs, what has run, and who started it. */
export default async function JobsPage(props: PageProps<'/[environment]/jobs'>) {
  const { environment } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  await requirePagePrincipal(environment);
  const path = paths.jobs(environment);
  const list = await settle(listJobs(environment, { pageToken: position.cursor }));
  return (
    <>
      <PageHeader title="Jobs">
        Work on many things at once. A job runs on the server, in the name of the person who started it.
      </PageHeader>
      {!list.ok ? (
        <ErrorPanel title="The jobs could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No jobs yet">
          Choose rows in a list of connections or API keys, invite people from a file, or end all sessions of
          an organization.
        </EmptyState>
      ) : (
        <>
          <JobTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, {}, list.data, position, jobPageSize)} />
        </>
      )}
    </>
  );
}
