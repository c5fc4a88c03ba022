import type { Metadata } from 'next';
import { AttributeTable } from '@/components/directories/attribute-table';
import { MapAttributesDialog, MapRolesDialog } from '@/components/directories/dialogs';
import { RoleMappingTable } from '@/components/directories/role-mapping-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getDirectory, listTrackedGroups } from '@/lib/features/directories/queries';
import { listAssignableRoles } from '@/lib/features/members/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Directory mapping' };

/** What a directory's groups and attributes become: roles, and attributes of the users. */
export default async function DirectoryMappingPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]/mapping'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const of = { organizationId, directoryId };
  const [found, groups, roles] = await Promise.all([
    settle(getDirectory(environment, of)),
    settle(listTrackedGroups(environment, of)),
    settle(listAssignableRoles(environment, { organizationId })),
  ]);
  // The head of the page says why.
  if (!found.ok) return null;
  const directory = found.data;
  const about = { environment, organizationId, directory };
  const names = { groups: groups.ok ? groups.data : [], roles: roles.ok ? roles.data : [] };
  // Without the names nobody can tell what they would choose.
  const mayMapRoles = can(principal, 'directory.map_roles') && groups.ok && roles.ok;
  const mayMapAttributes = can(principal, 'directory.map_attributes');
  const retryHref = paths.directoryMapping(environment, organizationId, directoryId);
  return (
    <>
      <Section
        title="Roles by group"
        description="Whoever is in the group gets the role. Who is in no mapped group gets the organization’s default role."
        action={
          mayMapRoles ? (
            <DialogLink dialog="map-roles" variant="primary">
              Map groups to roles
            </DialogLink>
          ) : null
        }
      >
        {groups.ok ? null : (
          <ErrorPanel title="The groups could not be read." error={groups.error} retryHref={retryHref} />
        )}
        {roles.ok ? null : (
          <ErrorPanel title="The roles could not be read." error={roles.error} retryHref={retryHref} />
        )}
        {directory.assignments.length === 0 ? (
          <EmptyState title="No group brings a role">
            Everybody who is provisioned gets the organization’s default role.
          </EmptyState>
        ) : (
          <RoleMappingTable
            assignments={directory.assignments}
            roles={names.roles}
            groups={groups.ok ? groups.data : null}
            usersPath={paths.directoryUsers(environment, organizationId, directoryId)}
          />
        )}
      </Section>
      <Section
        title="Attributes"
        description="What of the directory’s records is taken over to the users beyond name and e-mail."
        action={
          mayMapAttributes ? (
            <DialogLink dialog="map-attributes" variant="secondary">
              Map attributes
            </DialogLink>
          ) : null
        }
      >
        {directory.attributes.length === 0 ? (
          <EmptyState title="No attributes">Only what every directory sends is taken over.</EmptyState>
        ) : (
          <AttributeTable attributes={directory.attributes} />
        )}
      </Section>
      {mayMapRoles ? <MapRolesDialog {...about} {...names} /> : null}
      {mayMapAttributes ? <MapAttributesDialog {...about} /> : null}
    </>
  );
}
