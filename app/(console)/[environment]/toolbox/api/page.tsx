import type { Metadata } from 'next';
import { OperationFilter } from '@/components/api-explorer/operation-filter';
import { OperationTable } from '@/components/api-explorer/operation-table';
import { EmptyState } from '@/components/ui/empty-state';
import { listOperations } from '@/lib/features/api-explorer/queries';
import { operationFilters } from '@/lib/features/api-explorer/schema';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'API explorer' };

/** Every operation of the API's contract: what it is called, where it is, what it does. */
export default async function ApiExplorerPage(props: PageProps<'/[environment]/toolbox/api'>) {
  const { environment } = await props.params;
  const filters = operationFilters.parse(await props.searchParams);
  const { rows, services, total, callable } = await listOperations(environment, filters);
  const path = paths.apiExplorer(environment);
  return (
    <>
      <p className="measure mb-4 text-quiet">
        {total} operations, of which a client token may call {callable}. What one does decides who may send
        it, not its HTTP verb.
      </p>
      <OperationFilter path={path} search={filters} services={services} />
      {rows.length === 0 ? (
        <EmptyState title="No operation matches">
          All words have to be in the name, the path or the summary.
        </EmptyState>
      ) : (
        <OperationTable environment={environment} rows={rows} />
      )}
    </>
  );
}
