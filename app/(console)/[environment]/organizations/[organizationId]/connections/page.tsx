import type { Metadata } from 'next';
import { ConnectionTable } from '@/components/connections/connection-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { listConnections } from '@/lib/features/connections/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'SSO connections' };

/** How the people of an organization sign in. */
export default async function ConnectionsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections'>,
) {
  const { environment, organizationId } = await props.params;
  const list = await settle(listConnections(environment, { organizationId }));
  return (
    <Section title="SSO connections">
      {!list.ok ? (
        <ErrorPanel
          title="The connections could not be read."
          error={list.error}
          retryHref={paths.connections(environment, organizationId)}
        />
      ) : list.data.length === 0 ? (
        <EmptyState title="No connections">
          The customer’s identity provider is connected in the setup portal: give their administrator a portal
          link.
        </EmptyState>
      ) : (
        <ConnectionTable environment={environment} rows={list.data} />
      )}
    </Section>
  );
}
