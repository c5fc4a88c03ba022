import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchBar } from '@/components/ui/search-bar';
import { UserTable } from '@/components/users/user-table';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listUsers, lookupUser, searchUsers } from '@/lib/features/users/queries';
import { type UserRow, userPageSize } from '@/lib/features/users/schema';
import type { Page } from '@/lib/page';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Users' };

const searchSchema = listPosition.extend({ q: z.string().trim().max(100).default('').catch('') });
const tooShort = 'Type three characters or more: Scalekit finds nothing by fewer.';

/** Everybody in the environment; a whole id or external id leads straight to its user. */
export default async function UsersPage(props: PageProps<'/[environment]/users'>) {
  const { environment } = await props.params;
  const { q, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.users(environment);
  const searches = q.length >= 3;
  const seesAll = can(principal, 'user.read', { kind: 'environment' });
  const [list, found] = await Promise.all([
    searches
      ? settle(searchUsers(environment, { text: q }).then(onOnePage))
      : seesAll
        ? settle(listUsers(environment, { pageToken: position.cursor }))
        : null,
    searches ? settle(lookupUser(environment, { text: q })) : null,
  ]);
  if (found?.ok && found.data) redirect(paths.user(environment, found.data));
  return (
    <>
      <PageHeader
        title="Users"
        action={<LinkButton href={paths.goneByEmail(environment)}>Really gone?</LinkButton>}
      />
      <SearchBar
        path={path}
        label="E-mail, user id or external id"
        typed={q}
        problem={q && !searches ? tooShort : undefined}
      />
      {list === null ? (
        <EmptyState title="Search for a person">
          You work on some customers only, and Scalekit cannot list their users together. Search here, or open
          the members of a customer.
        </EmptyState>
      ) : !list.ok ? (
        <ErrorPanel title="The users could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={searches ? 'Nobody matches' : 'No users yet'}>
          {searches
            ? 'Scalekit compares e-mail, id and external id, not names.'
            : 'People appear when they are invited, pushed by a directory, or sign in for the first time.'}
        </EmptyState>
      ) : (
        <>
          <UserTable environment={environment} rows={list.data.rows} />
          {searches ? (
            <p className="mt-3 text-table text-quiet">
              Scalekit finds thirty at most and does not say whether there are more.
            </p>
          ) : (
            <Pagination {...pageLinks(path, {}, list.data, position, userPageSize)} />
          )}
        </>
      )}
    </>
  );
}

function onOnePage(rows: UserRow[]): Page<UserRow> {
  return { rows, total: null, nextToken: null, previousToken: null };
}
