import type { Metadata } from 'next';
import { z } from 'zod';
import { DirectoryUserDialog } from '@/components/directories/dialogs';
import { DirectoryUserFilter } from '@/components/directories/directory-filter';
import { DirectoryUserTable } from '@/components/directories/directory-user-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { getDirectory, listDirectoryUsers, listTrackedGroups } from '@/lib/features/directories/queries';
import { directoryPageSize } from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { directoryGroupId } from '@/lib/scalekit-ids';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Directory users' };

const searchSchema = listPosition.extend({
  group: directoryGroupId.or(z.literal('')).default('').catch(''),
  since: z.iso.date().or(z.literal('')).default('').catch(''),
});

/** Whom a directory knows, or who is in one of its groups and what that brings. */
export default async function DirectoryUsersPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]/users'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const { group, since, ...position } = searchSchema.parse(await props.searchParams);
  const of = { organizationId, directoryId };
  const path = paths.directoryUsers(environment, organizationId, directoryId);
  const [list, groups, directory] = await Promise.all([
    settle(
      listDirectoryUsers(environment, {
        ...of,
        groupId: group || undefined,
        since,
        pageToken: position.cursor,
      }),
    ),
    settle(listTrackedGroups(environment, of)),
    settle(getDirectory(environment, of)),
  ]);
  const chosen = groups.ok ? groups.data.find(({ id }) => id === group) : undefined;
  const brings = directory.ok
    ? directory.data.assignments.filter(({ groupId }) => groupId === group).map(({ roleName }) => roleName)
    : null;
  return (
    <Section
      title={group ? `Users in ${chosen?.name ?? group}` : 'Users'}
      description={
        group
          ? describeGroup(chosen, brings)
          : 'As the directory has sent them; not all of them need be members.'
      }
    >
      <DirectoryUserFilter path={path} search={{ group, since }} groups={groups.ok ? groups.data : null} />
      {groups.ok ? null : (
        <p className="mb-3 text-table text-quiet">
          The groups could not be read, so there is none to filter by: {groups.error.message}
        </p>
      )}
      {!list.ok ? (
        <ErrorPanel title="The users could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={group || since ? 'No user matches' : 'No users yet'}>
          {group || since
            ? 'Nobody in this directory fits the filters above.'
            : 'Nothing has arrived from the identity provider. The set-up page says what to look at.'}
        </EmptyState>
      ) : (
        <>
          <DirectoryUserTable rows={list.data.rows} path={path} />
          <Pagination {...pageLinks(path, { group, since }, list.data, position, directoryPageSize)} />
        </>
      )}
      <DirectoryUserDialog
        environment={environment}
        organizationId={organizationId}
        rows={list.ok ? list.data.rows : []}
      />
    </Section>
  );
}

function describeGroup(group: { users: number } | undefined, brings: string[] | null): string {
  const size = group ? `${formatQuantity(group.users, 'user')}. ` : 'Not tracked, or not known. ';
  if (brings === null) return `${size}Which roles it brings could not be read.`;
  return `${size}${brings.length > 0 ? `Brings ${brings.join(', ')}.` : 'Brings no role.'}`;
}
