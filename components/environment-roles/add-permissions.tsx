'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { useLiveQuery } from '@/components/live/live-query';
import { AccessChanges } from '@/components/roles/access-changes';
import { inheritedFrom } from '@/components/roles/inherited-from';
import { PermissionField } from '@/components/roles/permission-field';
import { stillCounting } from '@/components/roles/use-role-use';
import { peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addPermissions } from '@/lib/features/environment-roles/actions';
import { addPermissionsInput } from '@/lib/features/environment-roles/schema';
import { isolate } from '@/lib/isolate';
import type { RolePermission, RoleRow } from '@/lib/role-row';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

const none: string[] = [];

/** Gives several permissions to a role at once; those that it has stay. Says first who gains what. */
export default function AddPermissions(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => {
        const role = roles.find(({ name }) => name === props.subject);
        return role ? <AddForm {...props} roles={roles} role={role} /> : <NoRole onClose={props.onClose} />;
      }}
    </WithRoles>
  );
}

function AddForm({ environment, roles, role, onClose }: Props & { roles: RoleRow[]; role: RoleRow }) {
  const { name } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const direct = useLiveQuery<RolePermission[]>(
    'environmentRoles.directPermissions',
    environment,
    { name },
    { staleTime: 0 },
  );
  const own = direct.data?.map((one) => one.name) ?? role.permissions;
  const form = useActionForm({
    name: `role.add_permissions:${name}`,
    environment,
    schema: addPermissionsInput,
    defaultValues: { name, permissions: none },
    action: addPermissions,
    check: () => (use.isFetching ? { permissions: stillCounting } : null),
    onSuccess: onClose,
  });
  const added = useWatch({ control: form.form.control, name: 'permissions' }) ?? none;
  const permissions = [...new Set([...own, ...added])];
  return (
    <FormDialog
      form={form}
      title={`Add permissions to ${isolate(role.displayName)}`}
      description="Those that it has stay. The change counts in every organization."
      submitLabel="Add permissions"
      width="wide"
      onClose={onClose}
    >
      <PermissionField
        legend="Permissions to add"
        hidden={own}
        source={{ query: 'permissions.choices', environment, input: {} }}
        inherited={inheritedFrom(roles, role.extends ?? '')}
      />
      <AccessChanges
        roles={roles}
        change={{ kind: 'edit', name, extends: role.extends, permissions }}
        use={use}
        people={peopleOf.environment}
      />
    </FormDialog>
  );
}
