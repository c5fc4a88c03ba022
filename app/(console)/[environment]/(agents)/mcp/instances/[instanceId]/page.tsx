import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountTable } from '@/components/mcp/account-table';
import { DeleteInstanceDialog, EditInstanceDialog, LinkInstanceDialog } from '@/components/mcp/dialogs';
import { MissingNotice } from '@/components/mcp/missing-notice';
import { ServerAddress } from '@/components/mcp/server-address';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getMcpInstance, getMcpInstanceState } from '@/lib/features/mcp-instances/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'MCP instance' };

const everywhere = { kind: 'environment' } as const;

/** The server of one person: where it is, and whether its agent may begin. */
export default async function McpInstancePage(props: PageProps<'/[environment]/mcp/instances/[instanceId]'>) {
  const { environment, instanceId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const [found, state] = await Promise.all([
    settle(getMcpInstance(environment, { instanceId })),
    settle(getMcpInstanceState(environment, { instanceId })),
  ]);
  const crumbs = [
    { label: 'MCP configurations', href: paths.mcpConfigs(environment) },
    { label: 'Instances', href: paths.mcpInstances(environment) },
  ];
  const path = paths.mcpInstance(environment, instanceId);
  const id = { value: instanceId, what: 'instance id' };
  if (!found.ok) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="MCP instance" id={id} />
        <ErrorPanel title="This instance could not be read." error={found.error} retryHref={path} />
      </>
    );
  }
  const instance = found.data;
  const about = { environment, instance };
  const rights = {
    update: can(principal, 'mcp_instance.update', everywhere),
    delete: can(principal, 'mcp_instance.delete', everywhere),
    authorize: can(principal, 'mcp_instance.authorize', everywhere),
  };
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={instance.name}
        id={id}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.delete ? (
              <DialogLink dialog="delete-instance" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {rights.update ? (
              <DialogLink dialog="edit-instance" variant="primary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
          </span>
        }
      />
      <Facts
        facts={[
          { term: 'Person', value: <span className="wrap-anywhere">{instance.person}</span> },
          {
            term: 'Configuration',
            value: instance.config ? (
              <Link
                href={paths.mcpConfig(environment, instance.config.id)}
                prefetch={false}
                className="text-link"
              >
                {instance.config.name}
              </Link>
            ) : (
              'gone'
            ),
          },
          { term: 'Last used', value: <RelativeTime time={instance.lastUsedAt} missing="never" /> },
          { term: 'Changed', value: <RelativeTime time={instance.updatedAt} /> },
        ]}
      />
      <Section title="Server" description="For the agent of this person alone: it acts with their accounts.">
        <ServerAddress url={instance.url} what="instance address" />
      </Section>
      <Section title="Authorization" description="Looking makes nothing; asking for a link does.">
        {state.ok ? (
          <div className="flex flex-col gap-3">
            <MissingNotice accounts={state.data} />
            {state.data.length > 0 ? (
              <AccountTable accounts={state.data} mayAuthorize={rights.authorize} />
            ) : (
              <p className="text-quiet">The configuration has no connections.</p>
            )}
          </div>
        ) : (
          <ErrorPanel
            title="The state of the authorization could not be read."
            error={state.error}
            retryHref={path}
          />
        )}
      </Section>
      {rights.update ? <EditInstanceDialog {...about} /> : null}
      {rights.delete ? <DeleteInstanceDialog {...about} /> : null}
      {rights.authorize ? <LinkInstanceDialog {...about} accounts={state.ok ? state.data : []} /> : null}
    </>
  );
}
