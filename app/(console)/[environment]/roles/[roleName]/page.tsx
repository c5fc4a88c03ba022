import type { Metadata } from 'next';
import { Recent } from '@/app/(console)/[environment]/activity/recent';
import {
  AddPermissionsDialog,
  CountPeopleDialog,
  DeleteRoleDialog,
  EditRoleDialog,
  GivePermissionDialog,
  RemoveBaseDialog,
  TakePermissionDialog,
} from '@/components/environment-roles/dialogs';
import { EnvironmentRoleFacts } from '@/components/environment-roles/environment-role-facts';
import { LimitedNotice } from '@/components/environment-roles/limited-notice';
import { OwnHeirList } from '@/components/environment-roles/own-heir-list';
import { HeirTable } from '@/components/roles/heir-table';
import { effectiveLines } from '@/components/roles/permission-lines';
import { PermissionTable } from '@/components/roles/permission-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { requirePagePrincipal } from '@/lib/auth/session';
import {
  countEnvironmentRoleUsers,
  getEnvironmentRole,
  listEnvironmentRoles,
  listOwnHeirs,
} from '@/lib/features/environment-roles/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { environmentRoleRights } from '../role-rights';

export const metadata: Metadata = { title: 'Role' };

/** One role of the environment: what it brings and from where, what changes with it, who has it. */
export default async function RolePage(props: PageProps<'/[environment]/roles/[roleName]'>) {
  const { environment, roleName: name } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const rights = environmentRoleRights(principal);
  const [read, list, users, ownHeirs] = await Promise.all([
    settle(getEnvironmentRole(environment, { name })),
    settle(listEnvironmentRoles(environment, {})),
    rights.count ? settle(countEnvironmentRoleUsers(environment, { name })) : null,
    rights.count ? settle(listOwnHeirs(environment, { name })) : null,
  ]);
  const listHref = paths.roles(environment);
  if (!read.ok && ['not_found', 'invalid'].includes(read.error.code)) {
    return (
      <>
        <PageHeader crumbs={[{ label: 'Roles', href: listHref }]} title="No such role" />
        <EmptyState title="No such role here" action={<LinkButton href={listHref}>All roles</LinkButton>}>
          The environment has no role of that name. It may have been deleted, or it belongs to one
          organization.
        </EmptyState>
      </>
    );
  }
  const path = paths.role(environment, name);
  if (!read.ok)
    return <ErrorPanel title="This role could not be read." error={read.error} retryHref={path} />;
  const { role, effective } = read.data;
  // Without the others the role still stands: only names of bases and heirs are missing.
  const roles = list.ok ? list.data.roles : [role];
  const hrefOf = (one: string) => paths.role(environment, one);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Roles', href: listHref }]}
        title={role.displayName}
        id={{ value: role.name, what: 'role name' }}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.update ? (
              <DialogLink dialog={`edit-role:${name}`} variant="secondary" data-shortcut="edit">
                Edit
              </DialogLink>
            ) : null}
            {rights.removeBase && role.extends ? (
              <DialogLink dialog={`remove-base:${name}`} variant="secondary">
                Remove base role
              </DialogLink>
            ) : null}
            {rights.delete ? (
              <DialogLink dialog={`delete-role:${name}`} variant="secondary">
                Delete
              </DialogLink>
            ) : null}
          </span>
        }
      />
      {principal.customers === 'all' ? null : <LimitedNotice />}
      <Section title="Facts">
        <EnvironmentRoleFacts
          environment={environment}
          roles={roles}
          role={role}
          users={users}
          count={
            <DialogLink dialog={`count-people:${name}`} className="text-link">
              By organization
            </DialogLink>
          }
        />
      </Section>
      <Section
        title="Permissions"
        description="What it brings in all: of its own, and of the roles that it extends."
        action={
          rights.add ? (
            <DialogLink dialog={`add-permissions:${name}`} variant="secondary">
              Add permissions
            </DialogLink>
          ) : null
        }
      >
        <PermissionTable
          lines={effectiveLines({ roles, role, effective, hrefOf })}
          hrefOf={(permission) => paths.permission(environment, permission)}
          actOn={
            rights.remove
              ? (line) =>
                  line.from === undefined ? (
                    <DialogLink
                      dialog={`take:${name}:${line.name}`}
                      aria-label={`Take ${line.name}`}
                      className="text-link"
                    >
                      Take
                    </DialogLink>
                  ) : null
              : undefined
          }
        />
      </Section>
      <Section
        title="Roles that extend it"
        description="They bring what this one brings, and change with it."
      >
        {list.ok ? (
          <HeirTable
            roles={roles}
            role={role}
            hrefOf={hrefOf}
            none="No role of the environment extends it."
          />
        ) : (
          <ErrorPanel title="The other roles could not be read." error={list.error} retryHref={path} />
        )}
        <OwnHeirList heirs={ownHeirs} retryHref={path} />
      </Section>
      <Recent environment={environment} about={{ target: name }} />
      {rights.update ? <EditRoleDialog environment={environment} /> : null}
      {rights.removeBase ? <RemoveBaseDialog environment={environment} /> : null}
      {rights.add ? <AddPermissionsDialog environment={environment} /> : null}
      {rights.add ? <GivePermissionDialog environment={environment} /> : null}
      {rights.remove ? <TakePermissionDialog environment={environment} /> : null}
      {rights.delete ? <DeleteRoleDialog environment={environment} listHref={listHref} /> : null}
      {rights.count ? <CountPeopleDialog environment={environment} /> : null}
    </>
  );
}
