import type { Metadata } from 'next';
import { CreateDirectoryDialog } from '@/components/directories/dialogs';
import { DirectoryTable } from '@/components/directories/directory-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listDirectories } from '@/lib/features/directories/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Directories' };

/** Where the users and groups of an organization come from. */
export default async function DirectoriesPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const list = await settle(listDirectories(environment, { organizationId }));
  const mayCreate = can(principal, 'directory.create');
  return (
    <Section
      title="Directories"
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton href={paths.comparePeople(environment, organizationId)}>Compare people</LinkButton>
          {mayCreate ? (
            <DialogLink dialog="create" variant="primary" data-shortcut="create">
              Create directory
            </DialogLink>
          ) : null}
        </span>
      }
    >
      {!list.ok ? (
        <ErrorPanel
          title="The directories could not be read."
          error={list.error}
          retryHref={paths.directories(environment, organizationId)}
        />
      ) : list.data.length === 0 ? (
        <EmptyState title="No directories">
          A directory brings the customer’s users and groups, and takes out who leaves. Create one here and
          hand its address and secret over, or give their administrator a portal link.
        </EmptyState>
      ) : (
        <DirectoryTable environment={environment} organizationId={organizationId} rows={list.data} />
      )}
      {mayCreate ? <CreateDirectoryDialog environment={environment} organizationId={organizationId} /> : null}
    </Section>
  );
}
