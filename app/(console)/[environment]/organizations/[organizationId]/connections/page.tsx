import type { Metadata } from 'next';
import { CreateConnectionDialog } from '@/components/connection-setup/dialogs';
import { ConnectionBar } from '@/components/connections/connection-bar';
import { ConnectionTable } from '@/components/connections/connection-table';
import { Selection } from '@/components/selection/selection';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listConnections } from '@/lib/features/connections/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'SSO connections' };

/** How the people of an organization sign in. */
export default async function ConnectionsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const mayCreate = can(principal, 'connection.create');
  const maySwitch = can(principal, 'connection.disable');
  const create = mayCreate && (
    <DialogLink dialog="create" variant="primary" data-shortcut="create">
      Create connection
    </DialogLink>
  );
  const list = await settle(listConnections(environment, { organizationId }));
  return (
    <Section title="SSO connections" action={create}>
      {!list.ok ? (
        <ErrorPanel
          title="The connections could not be read."
          error={list.error}
          retryHref={paths.connections(environment, organizationId)}
        />
      ) : list.data.length === 0 ? (
        <EmptyState title="No connections">
          The customer’s administrator connects their identity provider in the setup portal: give them a
          portal link. Or create a connection here, with what they send you.
        </EmptyState>
      ) : (
        <Selection all={list.data.map(({ id }) => id)}>
          <ConnectionTable environment={environment} rows={list.data} selects={maySwitch} />
          {maySwitch ? (
            <ConnectionBar environment={environment} organizationId={organizationId} rows={list.data} />
          ) : null}
        </Selection>
      )}
      {mayCreate ? (
        <CreateConnectionDialog environment={environment} organizationId={organizationId} />
      ) : null}
    </Section>
  );
}
