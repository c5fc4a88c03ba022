import type { Metadata } from 'next';
import { ToolFilter, toolSearch } from '@/components/tools/tool-filter';
import { ToolTable } from '@/components/tools/tool-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { listTools } from '@/lib/features/tools/queries';
import { toolFilters, toolPageSize } from '@/lib/features/tools/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Tools' };

const searchSchema = listPosition.extend(toolFilters.shape);

/** What agents can do: the index of all tools, a page at a time, or what somebody's accounts can run. */
export default async function ToolsPage(props: PageProps<'/[environment]/tools'>) {
  const { environment } = await props.params;
  const { cursor, from, ...filters } = searchSchema.parse(await props.searchParams);
  const path = paths.tools(environment);
  const list = await settle(listTools(environment, { ...filters, pageToken: cursor }));
  return (
    <>
      <PageHeader title="Tools">
        The whole index, a page at a time. With an identifier, what that person's accounts can run.
      </PageHeader>
      <ToolFilter path={path} search={filters} />
      {!list.ok ? (
        <ErrorPanel title="The tools could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No tool matches">
          {filters.identifier
            ? 'Nobody connected an account as that, or none of the accounts fits the other filters.'
            : 'Providers and tool names are compared whole; “part of a name” searches within names.'}
        </EmptyState>
      ) : (
        <>
          <ToolTable environment={environment} rows={list.data.rows} scoped={filters.view === 'scoped'} />
          <Pagination {...pageLinks(path, toolSearch(filters), list.data, { cursor, from }, toolPageSize)} />
        </>
      )}
    </>
  );
}
