'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { WithRoles } from '@/components/environment-roles/with-roles';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { useLiveQuery } from '@/components/live/live-query';
import { AccessChanges } from '@/components/roles/access-changes';
import { peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { deletePermission } from '@/lib/features/permissions/actions';
import { permissionInput } from '@/lib/features/permissions/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AccessUse } from '@/lib/role-changes';
import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';

type Props = LazyDialogProps & {
  environment: string;
  /** Where the permission is no longer. */
  listHref: string;
};

/** Takes a permission away for good; says first which roles and who lose it. */
export default function DeletePermission(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => <DeleteForm {...props} roles={roles} />}
    </WithRoles>
  );
}

function DeleteForm({ environment, subject: name, listHref, roles, onClose }: Props & { roles: RoleRow[] }) {
  const router = useRouter();
  const use = useLiveQuery<AccessUse>('permissions.use', environment, { name }, { staleTime: 0 });
  const having = roles.filter(({ permissions }) => permissions.includes(name));
  const bringing = roles.filter((role) => effectivePermissions(roleGraph(roles), [role.name]).has(name));
  const form = useActionForm({
    name: `permission.delete:${name}`,
    environment,
    schema: permissionInput,
    defaultValues: { name },
    action: deletePermission,
    onSuccess: () => router.replace(listHref),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${name}?`}
      submitLabel="Delete permission"
      effects={[
        bringing.length === 0
          ? 'No role of the environment has it.'
          : `${formatQuantity(bringing.length, 'role loses', 'roles lose')} it: ${formatQuantity(having.length, 'role has', 'roles have')} it themselves.`,
        'Roles that organizations made for themselves may have it too; Scalekit does not list them together.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/permissions/${name}` }}
      fields={
        <>
          {having.length > 0 ? <TakeFirst environment={environment} name={name} roles={having} /> : null}
          <AccessChanges
            roles={roles}
            change={{ kind: 'delete-permission', name }}
            use={use}
            people={peopleOf.environment}
          />
        </>
      }
      onClose={onClose}
    >
      There is no way back. Your product’s own code may ask for it by name.
    </ConfirmDialog>
  );
}

function TakeFirst({ environment, name, roles }: { environment: string; name: string; roles: RoleRow[] }) {
  return (
    <Notice tone="info" title="Scalekit may refuse to delete a permission that roles have">
      Take it from them first:{' '}
      {roles.map((role, index) => (
        <span key={role.name}>
          {index > 0 ? ', ' : ''}
          <Link
            href={`${paths.role(environment, role.name)}?dialog=take:${role.name}:${name}`}
            className="text-link"
          >
            <bdi>{role.displayName}</bdi>
          </Link>
        </span>
      ))}
      .
    </Notice>
  );
}
