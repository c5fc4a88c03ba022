import type { Metadata } from 'next';
import { TakePermissionDialog } from '@/components/environment-roles/dialogs';
import { LimitedNotice } from '@/components/environment-roles/limited-notice';
import { DeletePermissionDialog, EditPermissionDialog } from '@/components/permissions/dialogs';
import { HavingTable } from '@/components/permissions/having-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listEnvironmentRoles } from '@/lib/features/environment-roles/queries';
import { getPermission } from '@/lib/features/permissions/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { Recent } from '../../activity/recent';
import { permissionRights } from '../permission-rights';

export const metadata: Metadata = { title: 'Permission' };

/** One permission: what it is for, and which roles bring it. */
export default async function PermissionPage(
  props: PageProps<'/[environment]/permissions/[permissionName]'>,
) {
  const { environment, permissionName } = await props.params;
  const name = decodeName(permissionName);
  const principal = await requirePagePrincipal(environment);
  const [read, roles] = await Promise.all([
    settle(getPermission(environment, { name })),
    settle(listEnvironmentRoles(environment, {})),
  ]);
  const listHref = paths.permissions(environment);
  const path = paths.permission(environment, name);
  if (!read.ok && ['not_found', 'invalid'].includes(read.error.code)) {
    return (
      <>
        <PageHeader crumbs={[{ label: 'Permissions', href: listHref }]} title="No such permission" />
        <EmptyState
          title="No such permission here"
          action={<LinkButton href={listHref}>All permissions</LinkButton>}
        >
          The environment has no permission of that name. It may have been deleted.
        </EmptyState>
      </>
    );
  }
  if (!read.ok)
    return <ErrorPanel title="This permission could not be read." error={read.error} retryHref={path} />;
  const permission = read.data;
  const rights = permissionRights(principal);
  const mayTake = can(principal, 'role.remove_permission', { kind: 'environment' });
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Permissions', href: listHref }]}
        title={permission.name}
        action={
          permission.isScalekits ? null : (
            <span className="flex flex-wrap gap-2">
              {rights.update ? (
                <DialogLink dialog={`edit-permission:${name}`} variant="secondary" data-shortcut="edit">
                  Edit
                </DialogLink>
              ) : null}
              {rights.delete ? (
                <DialogLink dialog={`delete-permission:${name}`} variant="secondary">
                  Delete
                </DialogLink>
              ) : null}
            </span>
          )
        }
      />
      {principal.customers === 'all' ? null : <LimitedNotice />}
      <Section title="Facts">
        <Facts
          facts={[
            { term: 'Description', value: permission.description ?? '–' },
            {
              term: 'Belongs to',
              value: permission.isScalekits
                ? 'Scalekit: every environment has it, and nobody changes it'
                : 'this environment',
            },
            { term: 'Created', value: <RelativeTime time={permission.createdAt} /> },
            { term: 'Changed', value: <RelativeTime time={permission.updatedAt} /> },
          ]}
        />
      </Section>
      <Section
        title="Roles that bring it"
        description="Roles of the environment; those of single organizations are on their own pages."
      >
        {roles.ok ? (
          <HavingTable
            environment={environment}
            permission={name}
            roles={roles.data.roles}
            mayTake={mayTake}
          />
        ) : (
          <ErrorPanel title="The roles could not be read." error={roles.error} retryHref={path} />
        )}
      </Section>
      <Recent environment={environment} about={{ target: name }} />
      {rights.update ? <EditPermissionDialog environment={environment} permissions={[permission]} /> : null}
      {rights.delete ? <DeletePermissionDialog environment={environment} listHref={listHref} /> : null}
      {mayTake ? <TakePermissionDialog environment={environment} /> : null}
    </>
  );
}

/** Names hold colons, which come escaped. */
function decodeName(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
