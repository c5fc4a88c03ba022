import type { Metadata } from 'next';
import { RunTable } from '@/components/tools/run-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { listToolRuns } from '@/lib/features/tools/queries';
import { toolRunPageSize } from '@/lib/features/tools/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Runs' };

/** Which tools and proxied requests the staff ran. */
export default async function ToolRunsPage(props: PageProps<'/[environment]/tool-runs'>) {
  const { environment } = await props.params;
  const { cursor, from } = listPosition.parse(await props.searchParams);
  const path = paths.toolRuns(environment);
  const list = await settle(listToolRuns(environment, { pageToken: cursor }));
  return (
    <>
      <PageHeader title="Runs">
        What your own staff ran: who, when, with whose account, how it ended. Neither input nor output is
        kept.
      </PageHeader>
      {!list.ok ? (
        <ErrorPanel title="The runs could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="Nothing has been run yet">
          A run of a tool or a proxied request stands here.
        </EmptyState>
      ) : (
        <>
          <RunTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, {}, list.data, { cursor, from }, toolRunPageSize)} />
        </>
      )}
    </>
  );
}
