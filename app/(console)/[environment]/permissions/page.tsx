import type { Metadata } from 'next';
import { z } from 'zod';
import { AccessTabs } from '@/components/environment-roles/access-tabs';
import { LimitedNotice } from '@/components/environment-roles/limited-notice';
import { countHaving } from '@/components/permissions/count-having';
import {
  CreatePermissionDialog,
  DeletePermissionDialog,
  EditPermissionDialog,
} from '@/components/permissions/dialogs';
import { PermissionFilter } from '@/components/permissions/permission-filter';
import { PermissionTable } from '@/components/permissions/permission-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listEnvironmentRoles } from '@/lib/features/environment-roles/queries';
import { listPermissions } from '@/lib/features/permissions/queries';
import { type PermissionRow, permissionPageSize } from '@/lib/features/permissions/schema';
import { formatCount } from '@/lib/format';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { matchesText } from '@/lib/role-matrix';
import { settle } from '@/lib/server/settle';
import { permissionRights } from './permission-rights';

export const metadata: Metadata = { title: 'Permissions' };

const searchSchema = listPosition.extend({
  q: z.string().trim().max(100).default('').catch(''),
  kind: z.enum(['', 'own', 'scalekit']).default('').catch(''),
});

/** All permissions of the environment, and how many roles bring each. */
export default async function PermissionsPage(props: PageProps<'/[environment]/permissions'>) {
  const { environment } = await props.params;
  const { q, kind, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const [list, roles] = await Promise.all([
    settle(listPermissions(environment, {})),
    settle(listEnvironmentRoles(environment, {})),
  ]);
  const rights = permissionRights(principal);
  const path = paths.permissions(environment);
  const all = list.ok ? list.data.permissions : [];
  const found = all.filter(
    (row) =>
      (kind === '' || row.isScalekits === (kind === 'scalekit')) &&
      matchesText(q, [row.name, row.description]),
  );
  const page = pageOf(found, Number(position.cursor) || 0);
  return (
    <>
      <PageHeader
        title="Permissions"
        action={
          rights.create ? (
            <DialogLink dialog="create" variant="primary" data-shortcut="create">
              Create permission
            </DialogLink>
          ) : null
        }
      >
        What roles are made of. Your product asks for them by name.
      </PageHeader>
      <AccessTabs environment={environment} />
      {principal.customers === 'all' ? null : <LimitedNotice />}
      <PermissionFilter path={path} search={{ q, kind }} />
      {!list.ok ? (
        <ErrorPanel title="The permissions could not be read." error={list.error} retryHref={path} />
      ) : found.length === 0 ? (
        <EmptyState title={q || kind ? 'No permission matches' : 'No permissions yet'}>
          A permission names one thing that somebody may do, such as invoices:read.
        </EmptyState>
      ) : (
        <>
          <PermissionTable
            environment={environment}
            rows={page.rows}
            having={roles.ok ? countHaving(roles.data.roles) : null}
            rights={rights}
          />
          <Pagination {...pageLinks(path, { q, kind }, page, position, permissionPageSize)} />
        </>
      )}
      {list.ok && !list.data.complete ? (
        <p className="mt-3 text-table text-quiet">
          There are more: the first {formatCount(all.length)} were read.
        </p>
      ) : null}
      {rights.create ? <CreatePermissionDialog environment={environment} /> : null}
      {rights.update ? <EditPermissionDialog environment={environment} permissions={page.rows} /> : null}
      {rights.delete ? <DeletePermissionDialog environment={environment} listHref={path} /> : null}
    </>
  );
}

/** A page of what was read whole; its token is where it starts. */
function pageOf(found: PermissionRow[], wanted: number) {
  const start = Number.isSafeInteger(wanted) && wanted > 0 && wanted < found.length ? wanted : 0;
  const end = start + permissionPageSize;
  return {
    rows: found.slice(start, end),
    total: found.length,
    nextToken: end < found.length ? String(end) : null,
    previousToken: start > 0 ? String(Math.max(0, start - permissionPageSize)) : null,
  };
}
