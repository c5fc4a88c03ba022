import type { Metadata } from 'next';
import Link from 'next/link';
import { DefaultFacts } from '@/components/roles/default-facts';
import { CountUsersDialog, CreateRoleDialog } from '@/components/roles/dialogs';
import { RoleDialogs } from '@/components/roles/role-dialogs';
import { RoleTable } from '@/components/roles/role-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listOrganizationRoles } from '@/lib/features/roles/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { roleRights } from './role-rights';

export const metadata: Metadata = { title: 'Roles' };

/** The roles that count in one organization: its own, and those that the environment gives to all. */
export default async function OrganizationRolesPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/roles'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const path = paths.organizationRoles(environment, organizationId);
  const read = await settle(listOrganizationRoles(environment, { organizationId }));
  if (!read.ok)
    return <ErrorPanel title="The roles could not be read." error={read.error} retryHref={path} />;
  const list = read.data;
  const rights = roleRights(principal);
  const about = { environment, organizationId, list };
  const own = list.roles.filter(({ isOwn }) => isOwn);
  const mayCreate = can(principal, 'organization_role.create');
  return (
    <>
      <Section
        title="Default roles"
        description="What people get where nobody names a role."
        action={
          rights.setDefault ? (
            <DialogLink dialog="default-role" variant="secondary">
              Change default
            </DialogLink>
          ) : null
        }
      >
        <DefaultFacts {...about} />
      </Section>
      <Section
        title="Roles of this organization"
        action={
          <span className="flex flex-wrap gap-2">
            <DialogLink dialog="count-users" variant="secondary">
              Count users
            </DialogLink>
            {mayCreate ? (
              <DialogLink dialog="create" variant="primary" data-shortcut="create">
                Create role
              </DialogLink>
            ) : null}
          </span>
        }
      >
        {own.length === 0 ? (
          <EmptyState title="No roles of its own">
            The roles of the environment are enough for most customers. Create one here where this customer
            needs a mix of permissions that no other does.
          </EmptyState>
        ) : (
          <RoleTable {...about} label="Roles of this organization" rows={own} rights={rights} />
        )}
      </Section>
      <Section
        title="Roles of the environment"
        description={
          <>
            Every organization has them. A change concerns all of them, so it is made{' '}
            <Link href={paths.roles(environment)} prefetch={false} className="text-link">
              for all
            </Link>
            .
          </>
        }
      >
        <RoleTable
          {...about}
          label="Roles of the environment"
          rows={list.roles.filter(({ isOwn }) => !isOwn)}
          rights={rights}
        />
      </Section>
      {mayCreate ? <CreateRoleDialog {...about} /> : null}
      <CountUsersDialog environment={environment} organizationId={organizationId} />
      <RoleDialogs {...about} rights={rights} />
    </>
  );
}
