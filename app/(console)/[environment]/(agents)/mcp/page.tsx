import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { ConfigFilter } from '@/components/mcp/config-filter';
import { ConfigTable } from '@/components/mcp/config-table';
import { CreateConfigDialog } from '@/components/mcp/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listMcpConfigs } from '@/lib/features/mcp-configs/queries';
import { mcpConfigInput, mcpConfigPageSize } from '@/lib/features/mcp-configs/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'MCP configurations' };

const words = (most: number) => z.string().trim().max(most).default('').catch('');
const searchSchema = listPosition.extend({ q: words(2048), name: words(100), provider: words(50) });
const everywhere = { kind: 'environment' } as const;

/** The MCP servers that Scalekit runs for agents. A whole id leads straight to its configuration. */
export default async function McpConfigsPage(props: PageProps<'/[environment]/mcp'>) {
  const { environment } = await props.params;
  const { cursor, from, ...search } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const id = mcpConfigInput.safeParse({ configId: search.q });
  if (id.success) redirect(paths.mcpConfig(environment, id.data.configId));
  const path = paths.mcpConfigs(environment);
  const { q: text, name, provider } = search;
  const list = await settle(listMcpConfigs(environment, { text, name, provider, pageToken: cursor }));
  const mayCreate = can(principal, 'mcp_config.create', everywhere);
  return (
    <>
      <PageHeader
        title="MCP configurations"
        action={
          <span className="flex flex-wrap gap-2">
            {can(principal, 'mcp_instance.read', everywhere) ? (
              <LinkButton href={paths.mcpInstances(environment)}>Instances</LinkButton>
            ) : null}
            {mayCreate ? (
              <DialogLink dialog="create" variant="primary" data-shortcut="create">
                Create configuration
              </DialogLink>
            ) : null}
          </span>
        }
      />
      <ConfigFilter path={path} search={search} />
      {!list.ok ? (
        <RefusedList
          what="The MCP configurations"
          environment={environment}
          error={list.error}
          retryHref={path}
        >
          What works without it: a configuration whose id you know opens when you search for that id
          {mayCreate ? '; new ones can be created' : ''}.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState
          title={text || name || provider ? 'No configuration matches' : 'No MCP configurations yet'}
        >
          {provider
            ? 'Scalekit compares the whole provider key.'
            : 'A configuration names the tools of app connections that an agent may use. Scalekit serves them as an MCP server.'}
        </EmptyState>
      ) : (
        <>
          <ConfigTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, search, list.data, { cursor, from }, mcpConfigPageSize)} />
        </>
      )}
      {mayCreate ? <CreateConfigDialog environment={environment} /> : null}
    </>
  );
}
