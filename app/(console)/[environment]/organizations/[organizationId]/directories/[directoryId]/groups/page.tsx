import type { Metadata } from 'next';
import { z } from 'zod';
import { TrackGroupsDialog } from '@/components/directories/dialogs';
import { DirectoryGroupFilter } from '@/components/directories/directory-filter';
import { DirectoryGroupTable } from '@/components/directories/directory-group-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getDirectory, listDirectoryGroups } from '@/lib/features/directories/queries';
import { type DirectoryRow, directoryPageSize } from '@/lib/features/directories/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Directory groups' };

const searchSchema = listPosition.extend({
  since: z.iso.date().or(z.literal('')).default('').catch(''),
  external: z.enum(['yes', '']).default('').catch(''),
});

/** The groups of a directory: those that count, or all that the provider has. */
export default async function DirectoryGroupsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]/groups'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const { since, external, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const of = { organizationId, directoryId };
  const path = paths.directoryGroups(environment, organizationId, directoryId);
  const search = { since, external: external === 'yes' };
  const [list, directory] = await Promise.all([
    settle(listDirectoryGroups(environment, { ...of, ...search, pageToken: position.cursor })),
    settle(getDirectory(environment, of)),
  ]);
  const mayTrack = can(principal, 'directory.track_groups');
  return (
    <Section
      title="Groups"
      description={directory.ok ? describeTracking(directory.data) : undefined}
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton href={paths.directoryGroupTrace(environment, organizationId, directoryId)}>
            Why is a group missing?
          </LinkButton>
          {mayTrack && directory.ok ? (
            <DialogLink dialog="track-groups" variant="secondary">
              Choose tracked groups
            </DialogLink>
          ) : null}
        </span>
      }
    >
      <DirectoryGroupFilter path={path} search={search} />
      {!list.ok ? (
        <ErrorPanel title="The groups could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={since || external ? 'No group matches' : 'No groups yet'}>
          {since || external
            ? 'No group of this directory fits the filters above.'
            : 'The identity provider pushes groups apart from users: it may be that none is chosen there.'}
        </EmptyState>
      ) : (
        <>
          <DirectoryGroupTable
            rows={list.data.rows}
            usersPath={paths.directoryUsers(environment, organizationId, directoryId)}
            assignments={directory.ok ? directory.data.assignments : null}
          />
          <Pagination {...pageLinks(path, { since, external }, list.data, position, directoryPageSize)} />
        </>
      )}
      {mayTrack && directory.ok ? (
        <TrackGroupsDialog
          environment={environment}
          organizationId={organizationId}
          directory={directory.data}
        />
      ) : null}
    </Section>
  );
}

function describeTracking({ groupsTracked }: DirectoryRow): string {
  if (groupsTracked === 'all') return 'All groups count: each can bring a role.';
  if (groupsTracked === 'selected') return 'Only chosen groups count; the others bring nobody a role.';
  return 'Scalekit does not say whether all groups count or only some.';
}
