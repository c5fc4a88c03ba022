import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { CreateInstanceDialog } from '@/components/mcp/dialogs';
import { InstanceFilter } from '@/components/mcp/instance-filter';
import { InstanceTable } from '@/components/mcp/instance-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listMcpInstances } from '@/lib/features/mcp-instances/queries';
import { mcpInstanceInput, mcpInstancePageSize } from '@/lib/features/mcp-instances/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'MCP instances' };

const words = (most: number) => z.string().trim().max(most).default('').catch('');
const searchSchema = listPosition.extend({ q: words(200), config: words(100), person: words(255) });

/** The servers of single people. A whole id leads straight to its instance. */
export default async function McpInstancesPage(props: PageProps<'/[environment]/mcp/instances'>) {
  const { environment } = await props.params;
  const { cursor, from, ...search } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const id = mcpInstanceInput.safeParse({ instanceId: search.q });
  if (id.success) redirect(paths.mcpInstance(environment, id.data.instanceId));
  const path = paths.mcpInstances(environment);
  const { q: text, config, person } = search;
  const list = await settle(listMcpInstances(environment, { text, config, person, pageToken: cursor }));
  const mayCreate = can(principal, 'mcp_instance.create', { kind: 'environment' });
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'MCP configurations', href: paths.mcpConfigs(environment) }]}
        title="MCP instances"
        action={
          mayCreate ? (
            <DialogLink dialog="create-instance" variant="primary" data-shortcut="create">
              Create instance
            </DialogLink>
          ) : null
        }
      />
      <InstanceFilter path={path} search={search} />
      {!list.ok ? (
        <RefusedList what="The MCP instances" environment={environment} error={list.error} retryHref={path}>
          What works without it: an instance whose id you know opens when you search for that id, and the
          accounts of a person are on the page of a configuration.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={text || config || person ? 'No instance matches' : 'No MCP instances yet'}>
          {config || person
            ? 'Scalekit compares whole names and whole identifiers.'
            : 'An instance is a configuration for one person, with an address of its own.'}
        </EmptyState>
      ) : (
        <>
          <InstanceTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, search, list.data, { cursor, from }, mcpInstancePageSize)} />
        </>
      )}
      {mayCreate ? (
        <CreateInstanceDialog environment={environment} configName={config} person={person} />
      ) : null}
    </>
  );
}
