import type { Metadata } from 'next';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { ProviderFilter } from '@/components/providers/provider-filter';
import { ProviderTable } from '@/components/providers/provider-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listProviders } from '@/lib/features/providers/queries';
import { providerKinds, providerPageSize } from '@/lib/features/providers/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Providers' };

const searchSchema = listPosition.extend({
  q: z.string().trim().max(100).default('').catch(''),
  kind: z.enum(providerKinds).default('custom').catch('custom'),
});

/** The services that agents can act at: those that come with Scalekit and the environment's own. */
export default async function ProvidersPage(props: PageProps<'/[environment]/providers'>) {
  const { environment } = await props.params;
  const { cursor, from, q, kind } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.providers(environment);
  const list = await settle(listProviders(environment, { kind, text: q, pageToken: cursor }));
  const mayCreate = can(principal, 'provider.create', { kind: 'environment' });
  const search = { q, kind: kind === 'custom' ? '' : kind };
  return (
    <>
      <PageHeader
        title="Providers"
        action={
          mayCreate ? (
            <LinkButton href={paths.newProvider(environment)} variant="primary" data-shortcut="create">
              Create provider
            </LinkButton>
          ) : null
        }
      />
      <ProviderFilter path={path} search={{ q, kind }} />
      {!list.ok ? (
        <RefusedList what="The providers" environment={environment} error={list.error} retryHref={path}>
          What works without it: {mayCreate ? 'creating a provider, and ' : ''}app connections, which name
          their provider by its key.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState
          title={q ? 'No provider matches' : 'No custom providers yet'}
          action={
            kind === 'all' ? null : (
              <LinkButton href={withSearch(path, { q, kind: 'all' })}>
                {q ? 'Look among all providers' : 'See what comes with Scalekit'}
              </LinkButton>
            )
          }
        >
          A custom provider is a service that Scalekit does not know: an API of your own, or an MCP server.
          App connections are made for it as for any other.
        </EmptyState>
      ) : (
        <>
          <ProviderTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, search, list.data, { cursor, from }, providerPageSize)} />
        </>
      )}
    </>
  );
}
