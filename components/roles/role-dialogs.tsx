import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { paths } from '@/lib/paths';
import { DefaultRoleDialog, DeleteRoleDialog, EditRoleDialog, RemoveBaseDialog } from './dialogs';
import type { RoleRights } from './role-table';

type Props = {
  environment: string;
  organizationId: string;
  list: OrganizationRoles;
  rights: RoleRights;
};

/** The dialogs that change a role, on the list as on the role's own page. */
export function RoleDialogs({ rights, ...about }: Props) {
  const listHref = paths.organizationRoles(about.environment, about.organizationId);
  return (
    <>
      {rights.update ? <EditRoleDialog {...about} /> : null}
      {rights.removeBase ? <RemoveBaseDialog {...about} /> : null}
      {rights.setDefault ? <DefaultRoleDialog {...about} /> : null}
      {rights.remove ? <DeleteRoleDialog {...about} listHref={listHref} /> : null}
    </>
  );
}
