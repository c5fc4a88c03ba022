import type { Metadata } from 'next';
import { ApiClientTable } from '@/components/api-clients/api-client-table';
import { CreateApiClientDialog } from '@/components/api-clients/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listApiClients } from '@/lib/features/api-clients/queries';
import { apiClientPageSize } from '@/lib/features/api-clients/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'API clients' };

/** The customer's machines that fetch tokens with a secret. */
export default async function ApiClientsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/clients'>,
) {
  const { environment, organizationId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.apiClients(environment, organizationId);
  const list = await settle(listApiClients(environment, { organizationId, pageToken: position.cursor }));
  const mayCreate = can(principal, 'api_client.create');
  const create = mayCreate && (
    <DialogLink dialog="create" variant="primary" data-shortcut="create">
      Create API client
    </DialogLink>
  );
  return (
    <Section title="API clients" action={create}>
      {!list.ok ? (
        <ErrorPanel title="The API clients could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No API clients">
          A machine of the customer’s fetches short-lived tokens with a client id and a secret. For a key that
          is sent as it is, see API keys.
        </EmptyState>
      ) : (
        <>
          <ApiClientTable environment={environment} organizationId={organizationId} rows={list.data.rows} />
          <Pagination {...pageLinks(path, {}, list.data, position, apiClientPageSize)} />
        </>
      )}
      {mayCreate ? <CreateApiClientDialog environment={environment} organizationId={organizationId} /> : null}
    </Section>
  );
}
