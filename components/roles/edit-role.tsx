'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateRole } from '@/lib/features/roles/actions';
import { type OrganizationRoles, updateRoleInput } from '@/lib/features/roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { EditRoleFields } from './edit-role-fields';
import { GoneRole } from './gone-role';
import { changedValues, valuesOf } from './role-values';
import { besideAccess, useRoleUse } from './use-role-use';

type Props = LazyDialogProps & { environment: string; organizationId: string; list: OrganizationRoles };

/** Changes what a role is called and what it brings; says first who gains and who loses. */
export default function EditRole(props: Props) {
  const role = props.list.roles.find(({ name, isOwn }) => isOwn && name === props.subject);
  if (!role) return <GoneRole onClose={props.onClose} />;
  return (
    <LiveQueries>
      <EditForm {...props} role={role} />
    </LiveQueries>
  );
}

function EditForm({ environment, organizationId, list, role, onClose }: Props & { role: RoleRow }) {
  const { name } = role;
  const use = useRoleUse({ environment, organizationId, name });
  const before = valuesOf(role);
  const form = useActionForm({
    name: `organization_role.update:${organizationId}:${name}`,
    environment,
    schema: updateRoleInput,
    defaultValues: { organizationId, ...before },
    action: (request) =>
      updateRole({ ...request, input: { ...changedValues(before, request.input), organizationId, name } }),
    check: (input) => (use.isFetching ? besideAccess(changedValues(before, input)) : null),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(role.displayName)}`}
      submitLabel="Save role"
      width="wide"
      onClose={onClose}
    >
      <EditRoleFields
        roles={list.roles}
        role={role}
        source={{ query: 'roles.permissions', environment, input: { organizationId } }}
        use={use}
      />
    </FormDialog>
  );
}
