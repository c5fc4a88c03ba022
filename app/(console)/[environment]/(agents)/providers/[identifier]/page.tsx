import type { Metadata } from 'next';
import { CreateAppConnectionDialog } from '@/components/app-connections/dialogs';
import { ProviderConnections } from '@/components/app-connections/provider-connections';
import { ConnectPreview } from '@/components/providers/connect-preview';
import { DeleteProviderDialog } from '@/components/providers/dialogs';
import { ProviderFacts } from '@/components/providers/provider-facts';
import { Badge } from '@/components/ui/badge';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listAppConnections } from '@/lib/features/app-connections/queries';
import { getProvider } from '@/lib/features/providers/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { Recent } from '../../../activity/recent';

export const metadata: Metadata = { title: 'Provider' };

const everywhere = { kind: 'environment' } as const;

/** One provider: how people authorize, where requests go, and which app connections use it. */
export default async function ProviderPage(props: PageProps<'/[environment]/providers/[identifier]'>) {
  const { environment, ...params } = await props.params;
  const identifier = decodeURIComponent(params.identifier);
  const principal = await requirePagePrincipal(environment);
  const [found, connections] = await Promise.all([
    settle(getProvider(environment, { identifier })),
    // The API takes filters of 50 characters at most.
    identifier.length <= 50 ? settle(listAppConnections(environment, { provider: identifier })) : null,
  ]);
  const crumbs = [{ label: 'Providers', href: paths.providers(environment) }];
  const list = <ProviderConnections environment={environment} provider={identifier} list={connections} />;
  const mayConnect = can(principal, 'app_connection.create', everywhere);
  if (!found.ok) {
    const retryHref = paths.provider(environment, identifier);
    return (
      <>
        <PageHeader crumbs={crumbs} title={identifier} />
        <ErrorPanel title="This provider could not be read." error={found.error} retryHref={retryHref} />
        <div className="mt-8">{list}</div>
      </>
    );
  }
  const provider = found.data;
  const mayUpdate = provider.isCustom && can(principal, 'provider.update', everywhere);
  const mayDelete = provider.isCustom && can(principal, 'provider.delete', everywhere);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={provider.name}
        status={
          <>
            <Badge>{provider.isCustom ? 'Custom' : 'Built in'}</Badge>
            {provider.isMcp ? <Badge>MCP</Badge> : null}
          </>
        }
        id={{ value: identifier, what: 'identifier' }}
        action={
          <span className="flex flex-wrap gap-2">
            {mayDelete ? (
              <DialogLink dialog="delete-provider" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {mayUpdate ? (
              <LinkButton href={paths.providerEdit(environment, identifier)} data-shortcut="edit">
                Edit
              </LinkButton>
            ) : null}
            {identifier.length <= 50 ? (
              <LinkButton href={withSearch(paths.tools(environment), { provider: identifier })}>
                Tools
              </LinkButton>
            ) : null}
            {mayConnect ? (
              <DialogLink dialog="create" variant="primary" data-shortcut="create">
                Create app connection
              </DialogLink>
            ) : null}
          </span>
        }
      >
        {provider.description}
      </PageHeader>
      <WithRail
        rail={
          <>
            <h2 className="mb-2 text-sm font-semibold">What a customer sees</h2>
            <ConnectPreview fields={{ ...provider.fields, displayName: provider.name }} />
          </>
        }
      >
        <ProviderFacts provider={provider} />
        {list}
        <Recent environment={environment} about={{ target: identifier }} />
      </WithRail>
      {mayConnect ? (
        <CreateAppConnectionDialog
          environment={environment}
          provider={{ identifier, authType: provider.authTypes[0] }}
        />
      ) : null}
      {mayDelete ? <DeleteProviderDialog environment={environment} provider={provider} /> : null}
    </>
  );
}
