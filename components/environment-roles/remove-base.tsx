'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { AccessChanges } from '@/components/roles/access-changes';
import { displayNameOf, peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { removeEnvironmentRoleBase } from '@/lib/features/environment-roles/actions';
import { environmentRoleInput } from '@/lib/features/environment-roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

/** Makes a role stand alone everywhere; says first who loses what. */
export default function RemoveBase(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => {
        const role = roles.find(({ name }) => name === props.subject);
        if (!role?.extends) return <NoRole onClose={props.onClose} />;
        return <RemoveForm {...props} roles={roles} role={role} base={role.extends} />;
      }}
    </WithRoles>
  );
}

type FormProps = Props & { roles: RoleRow[]; role: RoleRow; base: string };

function RemoveForm({ environment, roles, role, base, onClose }: FormProps) {
  const { name, permissions } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const form = useActionForm({
    name: `role.remove_base:${name}`,
    environment,
    schema: environmentRoleInput,
    defaultValues: { name },
    action: removeEnvironmentRoleBase,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Remove the base role of ${isolate(role.displayName)}?`}
      submitLabel="Remove base role"
      call={{ method: 'DELETE', path: `/api/v1/roles/${name}/base` }}
      fields={
        <AccessChanges
          roles={roles}
          change={{ kind: 'edit', name, extends: null, permissions }}
          use={use}
          people={peopleOf.environment}
        />
      }
      onClose={onClose}
    >
      In every organization <bdi>{role.displayName}</bdi> no longer extends {displayNameOf(roles, base)}: it
      keeps the permissions of its own.
    </ConfirmDialog>
  );
}
