import type { Metadata } from 'next';
import { z } from 'zod';
import { ConnectionBar } from '@/components/connections/connection-bar';
import { ConnectionFilter } from '@/components/connections/connection-filter';
import { ConnectionTable } from '@/components/connections/connection-table';
import { Selection } from '@/components/selection/selection';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { connectionProviders } from '@/lib/connection-providers';
import { searchConnections } from '@/lib/features/connections/queries';
import { connectionPageSize } from '@/lib/features/connections/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Connections' };

const word = z.string().trim().max(100).default('').catch('');
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).or(z.literal('')).default('').catch('');
const searchSchema = listPosition.extend({
  q: word,
  domain: z.string().trim().toLowerCase().max(320).default('').catch(''),
  provider: oneOf(connectionProviders),
  type: oneOf(['OIDC', 'SAML']),
  status: oneOf(['draft', 'in_progress', 'completed']),
  enabled: oneOf(['yes', 'no']),
});

/** The connections of all customers. */
export default async function AllConnectionsPage(props: PageProps<'/[environment]/connections'>) {
  const { environment } = await props.params;
  const { cursor, from, ...search } = searchSchema.parse(await props.searchParams);
  const maySwitch = can(await requirePagePrincipal(environment), 'connection.disable');
  const path = paths.allConnections(environment);
  const list = await settle(
    searchConnections(environment, {
      text: search.q,
      domain: search.domain,
      provider: search.provider || undefined,
      type: search.type || undefined,
      status: search.status || undefined,
      enabled: search.enabled || undefined,
      pageToken: cursor,
    }),
  );
  const isFiltered = Object.values(search).some(Boolean);
  const hasMore = list.ok && (list.data.nextToken !== null || list.data.previousToken !== null);
  const isEmpty = list.ok && list.data.rows.length === 0;
  return (
    <>
      <PageHeader title="Connections" />
      <ConnectionFilter path={path} search={search} />
      {!list.ok ? (
        <ErrorPanel title="The connections could not be read." error={list.error} retryHref={path} />
      ) : isEmpty ? (
        <EmptyState
          title={hasMore ? 'None on this page' : isFiltered ? 'No connection matches' : 'No connections yet'}
        >
          Each customer’s way to sign in through their own identity provider is one connection.
        </EmptyState>
      ) : (
        <Selection all={list.data.rows.map(({ id }) => id)}>
          <ConnectionTable
            withOrganization
            environment={environment}
            rows={list.data.rows}
            selects={maySwitch}
          />
          {maySwitch ? (
            <ConnectionBar environment={environment} organizationId={null} rows={list.data.rows} />
          ) : null}
        </Selection>
      )}
      {list.ok && (!isEmpty || hasMore) ? (
        <Pagination {...pageLinks(path, search, list.data, { cursor, from }, connectionPageSize)} />
      ) : null}
    </>
  );
}
