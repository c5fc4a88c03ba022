'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { EditRoleFields } from '@/components/roles/edit-role-fields';
import { changedValues, valuesOf } from '@/components/roles/role-values';
import { besideAccess } from '@/components/roles/use-role-use';
import { peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateEnvironmentRole } from '@/lib/features/environment-roles/actions';
import { updateEnvironmentRoleInput } from '@/lib/features/environment-roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

/** Changes what a role is called and what it brings everywhere; says first who gains and who loses. */
export default function EditRole(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => {
        const role = roles.find(({ name }) => name === props.subject);
        return role ? <EditForm {...props} roles={roles} role={role} /> : <NoRole onClose={props.onClose} />;
      }}
    </WithRoles>
  );
}

function EditForm({ environment, roles, role, onClose }: Props & { roles: RoleRow[]; role: RoleRow }) {
  const { name } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const before = valuesOf(role);
  const form = useActionForm({
    name: `role.update:${name}`,
    environment,
    schema: updateEnvironmentRoleInput,
    defaultValues: before,
    action: (request) =>
      updateEnvironmentRole({ ...request, input: { ...changedValues(before, request.input), name } }),
    check: (input) => (use.isFetching ? besideAccess(changedValues(before, input)) : null),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(role.displayName)}`}
      description="The change counts in every organization."
      submitLabel="Save role"
      width="wide"
      onClose={onClose}
    >
      <EditRoleFields
        roles={roles}
        role={role}
        source={{ query: 'permissions.choices', environment, input: {} }}
        use={use}
        people={peopleOf.environment}
      />
    </FormDialog>
  );
}
