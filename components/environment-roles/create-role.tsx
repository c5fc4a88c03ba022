'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { CreateRoleFields } from '@/components/roles/create-role-fields';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createEnvironmentRole } from '@/lib/features/environment-roles/actions';
import { createEnvironmentRoleInput } from '@/lib/features/environment-roles/schema';
import type { RoleRow } from '@/lib/role-row';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

const none: string[] = [];

/** Makes a role that every organization has. */
export default function CreateRole(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {(list) => <CreateForm {...props} roles={list.roles} />}
    </WithRoles>
  );
}

function CreateForm({ environment, roles, onClose }: Props & { roles: RoleRow[] }) {
  const form = useActionForm({
    name: 'role.create',
    environment,
    schema: createEnvironmentRoleInput,
    defaultValues: { name: '', displayName: '', description: '', extends: '', permissions: none },
    action: createEnvironmentRole,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Create role"
      description="Every organization can give it at once. Nobody has it until then, so nobody gains or loses by this."
      submitLabel="Create role"
      width="wide"
      onClose={onClose}
    >
      <CreateRoleFields roles={roles} source={{ query: 'permissions.choices', environment, input: {} }} />
    </FormDialog>
  );
}
