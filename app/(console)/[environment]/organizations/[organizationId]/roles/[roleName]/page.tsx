import type { Metadata } from 'next';
import { HeirTable } from '@/components/roles/heir-table';
import { HolderSection } from '@/components/roles/holder-section';
import { permissionLines } from '@/components/roles/permission-lines';
import { PermissionTable } from '@/components/roles/permission-table';
import { RoleActs } from '@/components/roles/role-acts';
import { RoleDialogs } from '@/components/roles/role-dialogs';
import { RoleFacts } from '@/components/roles/role-facts';
import { ChangesLink } from '@/components/snapshots/changes-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { MonoId } from '@/components/ui/mono-id';
import { Section } from '@/components/ui/section';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listRoleHolders } from '@/lib/features/roles/holders';
import { countRoleUsers, listOrganizationRoles } from '@/lib/features/roles/queries';
import { listPosition } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { Recent } from '../../../../activity/recent';
import { roleRights } from '../role-rights';

export const metadata: Metadata = { title: 'Role' };

/** One role as this organization has it: what it brings and from where, who has it, what changes with it. */
export default async function OrganizationRolePage(
  props: PageProps<'/[environment]/organizations/[organizationId]/roles/[roleName]'>,
) {
  const { environment, organizationId, roleName: name } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const input = { organizationId, name };
  const [read, users, holders] = await Promise.all([
    settle(listOrganizationRoles(environment, { organizationId })),
    settle(countRoleUsers(environment, input)),
    settle(listRoleHolders(environment, { ...input, pageToken: position.cursor })),
  ]);
  const path = paths.organizationRole(environment, organizationId, name);
  if (!read.ok)
    return <ErrorPanel title="This role could not be read." error={read.error} retryHref={path} />;
  const list = read.data;
  const role = list.roles.find((one) => one.name === name);
  if (!role) {
    const href = paths.organizationRoles(environment, organizationId);
    return (
      <EmptyState title="No such role here" action={<LinkButton href={href}>All roles</LinkButton>}>
        Neither this organization nor the environment has a role of that name. It may have been deleted.
      </EmptyState>
    );
  }
  const rights = roleRights(principal);
  const about = { environment, organizationId, list };
  const hrefOf = (role: string) => paths.organizationRole(environment, organizationId, role);
  return (
    <>
      <Section
        title={role.displayName}
        description={<MonoId id={role.name} what="role name" />}
        action={
          <span className="flex flex-wrap gap-2">
            {role.isOwn ? (
              <ChangesLink {...{ environment, organizationId }} part="organization_role" id={role.name} />
            ) : null}
            <RoleActs role={role} rights={rights} />
          </span>
        }
      >
        <RoleFacts {...about} role={role} users={users} />
      </Section>
      <Section
        title="Permissions"
        description="What it brings in all: of its own, and of the roles that it extends."
      >
        <PermissionTable
          lines={permissionLines({ roles: list.roles, role: name, descriptions: list.descriptions, hrefOf })}
        />
      </Section>
      <Section
        title="Roles that extend it"
        description="They bring what this one brings, and change with it."
      >
        <HeirTable
          roles={list.roles}
          role={role}
          hrefOf={hrefOf}
          none="No role of this organization’s extends it."
        />
      </Section>
      <HolderSection
        environment={environment}
        list={list}
        path={path}
        holders={holders}
        position={position}
      />
      <Recent environment={environment} about={{ target: name, organization: organizationId }} />
      <RoleDialogs {...about} rights={rights} />
    </>
  );
}
