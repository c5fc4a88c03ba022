import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { AppConnectionFilter } from '@/components/app-connections/app-connection-filter';
import { AppConnectionTable } from '@/components/app-connections/app-connection-table';
import { CreateAppConnectionDialog } from '@/components/app-connections/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listAppConnections } from '@/lib/features/app-connections/queries';
import { appConnectionInput, appConnectionPageSize } from '@/lib/features/app-connections/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'App connections' };

const searchSchema = listPosition.extend({
  q: z.string().trim().max(100).default('').catch(''),
  provider: z.string().trim().max(50).default('').catch(''),
});
const tooShort = 'Type three characters or more: Scalekit finds nothing by fewer.';

/** What agents reach providers through. A whole id leads straight to its connection, also where the list is refused. */
export default async function AppConnectionsPage(props: PageProps<'/[environment]/app-connections'>) {
  const { environment } = await props.params;
  const { cursor, from, ...search } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const id = appConnectionInput.safeParse({ connectionId: search.q });
  if (id.success) redirect(paths.appConnection(environment, id.data.connectionId));
  const path = paths.appConnections(environment);
  const isShort = search.q !== '' && search.q.length < 3;
  const text = isShort ? '' : search.q;
  const list = await settle(
    listAppConnections(environment, { text, provider: search.provider, pageToken: cursor }),
  );
  const mayCreate = can(principal, 'app_connection.create', { kind: 'environment' });
  const upper = search.provider.toUpperCase();
  return (
    <>
      <PageHeader
        title="App connections"
        action={
          mayCreate ? (
            <DialogLink dialog="create" variant="primary" data-shortcut="create">
              Create app connection
            </DialogLink>
          ) : null
        }
      />
      <AppConnectionFilter path={path} search={search} problem={isShort ? tooShort : undefined} />
      {!list.ok ? (
        <RefusedList what="The app connections" environment={environment} error={list.error} retryHref={path}>
          What works without it: a connection whose id you know opens when you search for that id, and can be
          changed there{mayCreate ? '; new ones can be created' : ''}.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState
          title={text || search.provider ? 'No app connection matches' : 'No app connections yet'}
          action={
            search.provider && search.provider !== upper ? (
              <LinkButton href={withSearch(path, { ...search, provider: upper })}>
                Look for {upper}
              </LinkButton>
            ) : null
          }
        >
          {search.provider
            ? 'Scalekit compares the whole provider key, letter by letter.'
            : 'Through an app connection agents act at a provider, such as a mail service, with people’s accounts there. It serves all customers of the environment.'}
        </EmptyState>
      ) : (
        <>
          <AppConnectionTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, search, list.data, { cursor, from }, appConnectionPageSize)} />
        </>
      )}
      {mayCreate ? <CreateAppConnectionDialog environment={environment} /> : null}
    </>
  );
}
