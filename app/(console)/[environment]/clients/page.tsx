import type { Metadata } from 'next';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { ClientFilter } from '@/components/clients/client-filter';
import { ClientTable } from '@/components/clients/client-table';
import { CreateClientDialog } from '@/components/clients/dialogs';
import { AccessTabs } from '@/components/environment-roles/access-tabs';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listClients } from '@/lib/features/clients/queries';
import { clientPageSize, clientTypes } from '@/lib/features/clients/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Clients' };

const searchSchema = listPosition.extend({ type: z.enum(clientTypes).nullable().default(null).catch(null) });

/** The applications of the environment: what people sign in to, and what calls Scalekit. */
export default async function ClientsPage(props: PageProps<'/[environment]/clients'>) {
  const { environment } = await props.params;
  const { type, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.clients(environment);
  const list = await settle(listClients(environment, { type, pageToken: position.cursor }));
  const mayCreate = can(principal, 'client.create', { kind: 'environment' });
  return (
    <>
      <PageHeader
        title="Clients"
        action={
          mayCreate ? (
            <DialogLink dialog="create" variant="primary" data-shortcut="create">
              Create client
            </DialogLink>
          ) : null
        }
      >
        The applications that people sign in to. Machines of a customer are among its API clients.
      </PageHeader>
      <AccessTabs environment={environment} />
      <ClientFilter path={path} type={type ?? ''} />
      {!list.ok ? (
        <RefusedList what="The clients" environment={environment} error={list.error} retryHref={path}>
          What works without it: a client whose id you know opens at this address, with its id behind it
          {mayCreate ? '; new ones can be created' : ''}.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={type ? 'No client is of this type' : 'No clients'}>
          A client is an application of yours that signs people in by Scalekit.
        </EmptyState>
      ) : (
        <>
          <ClientTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, { type }, list.data, position, clientPageSize)} />
        </>
      )}
      {mayCreate ? <CreateClientDialog environment={environment} /> : null}
    </>
  );
}
