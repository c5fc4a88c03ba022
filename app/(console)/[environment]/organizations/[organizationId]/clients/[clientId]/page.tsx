import type { Metadata } from 'next';
import { Recent } from '@/app/(console)/[environment]/activity/recent';
import { ApiClientFacts } from '@/components/api-clients/api-client-facts';
import {
  AddSecretDialog,
  DeleteApiClientDialog,
  EditApiClientDialog,
  RemoveSecretDialog,
  TryApiClientDialog,
} from '@/components/api-clients/dialogs';
import { SecretTable } from '@/components/api-clients/secret-table';
import { ChangesLink } from '@/components/snapshots/changes-link';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { MonoId } from '@/components/ui/mono-id';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getApiClient } from '@/lib/features/api-clients/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../../../as-code';

export const metadata: Metadata = { title: 'API client' };

/** One machine of the customer's: what its tokens say, and its secrets, which are rotated here. */
export default async function ApiClientPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/clients/[clientId]'>,
) {
  const { environment, organizationId, clientId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getApiClient(environment, { organizationId, clientId }));
  if (!found.ok) {
    const retryHref = paths.apiClient(environment, organizationId, clientId);
    return (
      <ErrorPanel title="This API client could not be read." error={found.error} retryHref={retryHref} />
    );
  }
  const client = found.data;
  const about = { environment, organizationId, client };
  const rights = {
    update: can(principal, 'api_client.update'),
    add: can(principal, 'api_client.add_secret'),
    remove: can(principal, 'api_client.remove_secret'),
    delete: can(principal, 'api_client.delete'),
    try: can(principal, 'api_client.try'),
  };
  return (
    <>
      <Section
        title={client.name}
        description={<MonoId id={clientId} what="client id" />}
        action={
          <span className="flex flex-wrap gap-2">
            <ChangesLink {...{ environment, organizationId }} part="api_client" id={clientId} />
            {rights.try ? (
              <DialogLink dialog="try" variant="secondary">
                Fetch a token
              </DialogLink>
            ) : null}
            {rights.update ? (
              <DialogLink dialog="edit-client" variant="secondary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
            {rights.delete ? (
              <DialogLink dialog="delete-client" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
          </span>
        }
      >
        <ApiClientFacts client={client} />
      </Section>
      <Section
        title="Secrets"
        description="Rotate without a gap: add a secret, hand it over, and remove the old one when the customer has switched. “Last used” tells when they have, where Scalekit reports it."
        action={
          rights.add ? (
            <DialogLink dialog="add-secret" variant="primary">
              Add secret
            </DialogLink>
          ) : null
        }
      >
        <SecretTable secrets={client.secrets} mayRemove={rights.remove} />
        {client.secrets.length === 1 ? (
          <p className="mt-3 text-table text-quiet">
            The last secret cannot be removed: Scalekit keeps one for each client.
          </p>
        ) : null}
      </Section>
      <Recent environment={environment} about={{ target: clientId, organization: organizationId }} />
      <AsCode
        environment={environment}
        calls={[
          {
            operation: 'clients.getOrganizationClient',
            input: { organization_id: organizationId, client_id: clientId },
          },
        ]}
      />
      {rights.try ? <TryApiClientDialog {...about} /> : null}
      {rights.update ? <EditApiClientDialog {...about} /> : null}
      {rights.add ? <AddSecretDialog {...about} /> : null}
      {rights.remove ? <RemoveSecretDialog {...about} /> : null}
      {rights.delete ? <DeleteApiClientDialog {...about} /> : null}
    </>
  );
}
