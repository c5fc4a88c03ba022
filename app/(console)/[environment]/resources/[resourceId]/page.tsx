import type { Metadata } from 'next';
import { z } from 'zod';
import { ConsentSection } from '@/components/resources/consent-section';
import {
  ConnectResourceDialog,
  CreateResourceClientDialog,
  DeleteProviderDialog,
  DeleteResourceClientDialog,
  DeleteResourceDialog,
  EditResourceClientDialog,
  EditResourceDialog,
  RevokeConsentDialog,
} from '@/components/resources/dialogs';
import { ResourceClientTable } from '@/components/resources/resource-client-table';
import { ResourceFacts } from '@/components/resources/resource-facts';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getResource, listConsents, listResourceClients } from '@/lib/features/resources/queries';
import { listPosition } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Resource' };

const everywhere = { kind: 'environment' } as const;
const searchSchema = listPosition.extend({ q: z.string().trim().max(100).default('').catch('') });

/** One resource: what is set, who may ask for its tokens, and what people let them do. */
export default async function ResourcePage(props: PageProps<'/[environment]/resources/[resourceId]'>) {
  const { environment, resourceId } = await props.params;
  const { q, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.resource(environment, resourceId);
  const consentsOf = { resourceId, text: q, pageToken: position.cursor };
  const [found, clients, consents] = await Promise.all([
    settle(getResource(environment, { resourceId })),
    settle(listResourceClients(environment, { resourceId })),
    can(principal, 'consent.read', everywhere) ? settle(listConsents(environment, consentsOf)) : null,
  ]);
  const crumbs = [{ label: 'Resources', href: paths.resources(environment) }];
  const id = { value: resourceId, what: 'resource id' };
  if (!found.ok) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="Resource" id={id} />
        <ErrorPanel title="This resource could not be read." error={found.error} retryHref={path} />
      </>
    );
  }
  const resource = found.data;
  const about = { environment, resource };
  const rows = clients.ok ? clients.data : [];
  const consentRows = consents?.ok ? consents.data.rows : [];
  const consentTotal = consents?.ok && !q ? consents.data.total : null;
  const rights = {
    update: can(principal, 'resource.update', everywhere),
    delete: can(principal, 'resource.delete', everywhere),
    createClient: can(principal, 'resource_client.create', everywhere),
    connect: can(principal, 'resource.connect', everywhere) && !resource.connection,
    deleteProvider:
      can(principal, 'resource.delete_provider', everywhere) &&
      Boolean(resource.connection || resource.provider),
    updateClient: can(principal, 'resource_client.update', everywhere),
    deleteClient: can(principal, 'resource_client.delete', everywhere),
    revoke: can(principal, 'consent.revoke', everywhere),
  };
  const more: MenuEntry[] = [
    ...(rights.connect ? [{ label: 'Use your own sign-in…', dialog: 'connect' }] : []),
    ...(rights.deleteProvider
      ? [{ label: 'Take its own sign-in away…', dialog: 'delete-provider', danger: true }]
      : []),
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={resource.name}
        id={id}
        more={more.length > 0 ? more : undefined}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.delete ? (
              <DialogLink dialog="delete-resource" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {rights.update ? (
              <DialogLink dialog="edit-resource" variant="primary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
          </span>
        }
      />
      <ResourceFacts resource={resource} />
      <Section
        title="Clients"
        action={
          rights.createClient ? (
            <DialogLink dialog="create-client" variant="secondary">
              Create client
            </DialogLink>
          ) : null
        }
      >
        {!clients.ok ? (
          <ErrorPanel title="The clients could not be read." error={clients.error} retryHref={path} />
        ) : rows.length === 0 ? (
          <EmptyState title="No clients">No agent can ask for its tokens yet.</EmptyState>
        ) : (
          <ResourceClientTable rows={rows} mayUpdate={rights.updateClient} mayDelete={rights.deleteClient} />
        )}
      </Section>
      <ConsentSection path={path} q={q} position={position} list={consents} mayRevoke={rights.revoke} />
      {rights.update ? <EditResourceDialog {...about} /> : null}
      {rights.delete ? (
        <DeleteResourceDialog {...about} clients={clients.ok ? rows.length : null} consents={consentTotal} />
      ) : null}
      {rights.connect ? <ConnectResourceDialog {...about} /> : null}
      {rights.deleteProvider ? <DeleteProviderDialog {...about} /> : null}
      {rights.updateClient ? (
        <EditResourceClientDialog environment={environment} resourceId={resourceId} clients={rows} />
      ) : null}
      {rights.createClient ? <CreateResourceClientDialog {...about} /> : null}
      {rights.deleteClient ? (
        <DeleteResourceClientDialog environment={environment} resourceId={resourceId} clients={rows} />
      ) : null}
      {rights.revoke ? <RevokeConsentDialog environment={environment} consents={consentRows} /> : null}
    </>
  );
}
