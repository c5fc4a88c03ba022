import type { Metadata } from 'next';
import { AccessTabs } from '@/components/environment-roles/access-tabs';
import {
  ChangeDefaultsDialog,
  CreateRoleDialog,
  GivePermissionDialog,
  TakePermissionDialog,
} from '@/components/environment-roles/dialogs';
import { LimitedNotice } from '@/components/environment-roles/limited-notice';
import { RoleMatrix } from '@/components/role-matrix/role-matrix';
import { matrixSearchSchema } from '@/components/role-matrix/search';
import { CountUsersDialog } from '@/components/roles/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listEnvironmentRoles } from '@/lib/features/environment-roles/queries';
import { listPermissions } from '@/lib/features/permissions/queries';
import { readPermissions } from '@/lib/features/permissions/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { buildMatrix } from '@/lib/role-matrix';
import { settle } from '@/lib/server/settle';
import { environmentRoleRights } from './role-rights';

export const metadata: Metadata = { title: 'Roles' };

/** The roles of the environment against its permissions. */
export default async function RolesPage(props: PageProps<'/[environment]/roles'>) {
  const { environment } = await props.params;
  const search = matrixSearchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const [roles, permissions] = await Promise.all([
    settle(listEnvironmentRoles(environment, {})),
    settle(listPermissions(environment, {})),
  ]);
  const rights = environmentRoleRights(principal);
  return (
    <>
      <PageHeader
        title="Roles"
        action={
          <span className="flex flex-wrap gap-2">
            {rights.count ? (
              <DialogLink dialog="count-users" variant="secondary">
                Count users
              </DialogLink>
            ) : null}
            {rights.setDefaults ? (
              <DialogLink dialog="defaults" variant="secondary">
                Change defaults
              </DialogLink>
            ) : null}
            {rights.create ? (
              <DialogLink dialog="create" variant="primary" data-shortcut="create">
                Create role
              </DialogLink>
            ) : null}
          </span>
        }
      >
        What every organization can give to its members. Roles that one customer made for itself are on its
        own page.
      </PageHeader>
      <AccessTabs environment={environment} />
      {principal.customers === 'all' ? null : <LimitedNotice />}
      {permissions.ok ? null : (
        <div className="mb-4">
          <Notice
            tone="warning"
            title="The permissions could not be read."
            requestId={permissions.error.requestId}
          >
            {permissions.error.message} Those that roles have are shown.
          </Notice>
        </div>
      )}
      {permissions.ok && !permissions.data.complete ? (
        <div className="mb-4">
          <Notice tone="warning" title={`More than ${formatCount(readPermissions)} permissions`}>
            The first {formatCount(permissions.data.permissions.length)} are shown, and those that roles have.
          </Notice>
        </div>
      ) : null}
      {roles.ok ? (
        <RoleMatrix
          environment={environment}
          matrix={buildMatrix(
            roles.data.roles,
            permissions.ok ? permissions.data.permissions : [],
            roles.data.descriptions,
          )}
          search={search}
          rights={{ add: rights.add, remove: rights.remove }}
        />
      ) : (
        <ErrorPanel
          title="The roles could not be read."
          error={roles.error}
          retryHref={paths.roles(environment)}
        />
      )}
      {rights.count ? <CountUsersDialog environment={environment} /> : null}
      {rights.create ? <CreateRoleDialog environment={environment} /> : null}
      {rights.setDefaults ? <ChangeDefaultsDialog environment={environment} /> : null}
      {rights.add ? <GivePermissionDialog environment={environment} /> : null}
      {rights.remove ? <TakePermissionDialog environment={environment} /> : null}
    </>
  );
}
