import type { Metadata } from 'next';
import { z } from 'zod';
import { AccountSection } from '@/components/mcp/account-section';
import {
  CreateInstanceDialog,
  CreateSessionTokenDialog,
  DeleteConfigDialog,
  EditConfigDialog,
} from '@/components/mcp/dialogs';
import { MappingTable } from '@/components/mcp/mapping-table';
import { ServerAddress } from '@/components/mcp/server-address';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getMcpConfig, listMcpAccounts } from '@/lib/features/mcp-configs/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'MCP configuration' };

const everywhere = { kind: 'environment' } as const;
const searchSchema = z.object({ identifier: z.string().trim().max(255).default('').catch('') });

/** One MCP server: its address, its tools, and where a person stands with its connections. */
export default async function McpConfigPage(props: PageProps<'/[environment]/mcp/[configId]'>) {
  const { environment, configId } = await props.params;
  const { identifier } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const mayLook = can(principal, 'mcp_account.read', everywhere);
  const [found, accounts] = await Promise.all([
    settle(getMcpConfig(environment, { configId })),
    mayLook && identifier ? settle(listMcpAccounts(environment, { configId, identifier })) : null,
  ]);
  const crumbs = [{ label: 'MCP configurations', href: paths.mcpConfigs(environment) }];
  const path = paths.mcpConfig(environment, configId);
  if (!found.ok) {
    return (
      <>
        <PageHeader
          crumbs={crumbs}
          title="MCP configuration"
          id={{ value: configId, what: 'configuration id' }}
        />
        <ErrorPanel title="This configuration could not be read." error={found.error} retryHref={path} />
      </>
    );
  }
  const config = found.data;
  const about = { environment, config };
  const rights = {
    update: can(principal, 'mcp_config.update', everywhere),
    delete: can(principal, 'mcp_config.delete', everywhere),
    token: can(principal, 'mcp_token.create', everywhere),
    authorize: can(principal, 'mcp_account.authorize', everywhere),
    instances: can(principal, 'mcp_instance.read', everywhere),
    instance: can(principal, 'mcp_instance.create', everywhere),
  };
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={config.name}
        id={{ value: configId, what: 'configuration id' }}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.token ? (
              <DialogLink dialog="token" variant="secondary">
                Make a session token
              </DialogLink>
            ) : null}
            {rights.delete ? (
              <DialogLink dialog="delete-config" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {rights.update ? (
              <DialogLink dialog="edit-config" variant="primary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
          </span>
        }
      >
        {config.description ? <p className="measure">{config.description}</p> : null}
      </PageHeader>
      <Section
        title="Server"
        description="An agent connects here with a session token. The address alone opens nothing."
      >
        <ServerAddress url={config.serverUrl} what="server address" />
      </Section>
      <Section title="Tools per connection">
        {config.mappings.length === 0 ? (
          <EmptyState title="No connections">An agent finds no tools here.</EmptyState>
        ) : (
          <MappingTable environment={environment} mappings={config.mappings} />
        )}
      </Section>
      <AccountSection
        environment={environment}
        config={config}
        identifier={identifier}
        accounts={accounts}
        mayLook={mayLook}
        mayAuthorize={rights.authorize}
      />
      <Section
        title="Instances"
        description="A server of one person, with an address of its own."
        action={
          rights.instance ? (
            <DialogLink dialog="create-instance" variant="secondary">
              Create instance
            </DialogLink>
          ) : null
        }
      >
        {rights.instances ? (
          <LinkButton href={withSearch(paths.mcpInstances(environment), { config: config.name })}>
            Instances of {config.name}
          </LinkButton>
        ) : (
          <p className="text-quiet">They name people of all customers; you work on some of them.</p>
        )}
      </Section>
      {rights.token ? <CreateSessionTokenDialog {...about} identifier={identifier} /> : null}
      {rights.delete ? <DeleteConfigDialog {...about} /> : null}
      {rights.update ? <EditConfigDialog {...about} /> : null}
      {rights.instance ? (
        <CreateInstanceDialog environment={environment} configName={config.name} person={identifier} />
      ) : null}
    </>
  );
}
