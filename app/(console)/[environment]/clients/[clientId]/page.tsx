import type { Metadata } from 'next';
import { Recent } from '@/app/(console)/[environment]/activity/recent';
import { SecretTable } from '@/components/api-clients/secret-table';
import { ClientFacts } from '@/components/clients/client-facts';
import {
  AddClientSecretDialog,
  DeleteClientDialog,
  EditClientDialog,
  RemoveClientSecretDialog,
  SwitchClientSecretDialog,
} from '@/components/clients/dialogs';
import { isPublic } from '@/components/clients/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getClient } from '@/lib/features/clients/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Client' };

const everywhere = { kind: 'environment' } as const;

/** One application of the environment, and its secrets, which are rotated here. */
export default async function ClientPage(props: PageProps<'/[environment]/clients/[clientId]'>) {
  const { environment, clientId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getClient(environment, { clientId }));
  const crumbs = [{ label: 'Clients', href: paths.clients(environment) }];
  const id = { value: clientId, what: 'client id' };
  if (!found.ok) {
    const retryHref = paths.client(environment, clientId);
    return (
      <>
        <PageHeader crumbs={crumbs} title="Client" id={id} />
        <ErrorPanel title="This client could not be read." error={found.error} retryHref={retryHref} />
      </>
    );
  }
  const client = found.data;
  const about = { environment, client };
  const keepsSecrets = !isPublic(client.type);
  const rights = {
    update: can(principal, 'client.update', everywhere),
    add: keepsSecrets && can(principal, 'client.add_secret', everywhere),
    switch: can(principal, 'client.activate_secret', everywhere),
    remove: can(principal, 'client.remove_secret', everywhere),
    delete: client.type !== 'ENV' && !client.isOurs && can(principal, 'client.delete', everywhere),
  };
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={client.name}
        id={id}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.delete ? (
              <DialogLink dialog="delete-client" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {rights.update ? (
              <DialogLink dialog="edit-client" variant="primary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
          </span>
        }
      />
      {client.isOurs ? (
        <div className="mb-6">
          <Notice tone="info" title="Keydesk itself calls Scalekit with this client">
            Its secret is rotated by adding one, giving it to Keydesk and starting it again. The one in use
            cannot be ended here.
          </Notice>
        </div>
      ) : null}
      <ClientFacts client={client} />
      <Section
        title="Secrets"
        description={
          keepsSecrets
            ? 'Rotate without a gap: add a secret, give it to the application, deactivate the old one, and remove it when nothing has failed.'
            : undefined
        }
        action={
          rights.add ? (
            <DialogLink dialog="add-secret" variant="primary">
              Add secret
            </DialogLink>
          ) : null
        }
      >
        {keepsSecrets ? (
          <SecretTable secrets={client.secrets} mayRemove={rights.remove} maySwitch={rights.switch} />
        ) : (
          <p className="text-quiet">
            It runs on its users’ devices and cannot keep a secret: PKCE is in its place.
          </p>
        )}
      </Section>
      <Recent environment={environment} about={{ target: clientId }} />
      {rights.update ? <EditClientDialog {...about} /> : null}
      {rights.add ? <AddClientSecretDialog {...about} /> : null}
      {rights.switch ? <SwitchClientSecretDialog {...about} /> : null}
      {rights.remove ? <RemoveClientSecretDialog {...about} /> : null}
      {rights.delete ? <DeleteClientDialog {...about} /> : null}
    </>
  );
}
