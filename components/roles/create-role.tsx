'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createRole } from '@/lib/features/roles/actions';
import { createRoleInput, type OrganizationRoles } from '@/lib/features/roles/schema';
import { CreateRoleFields } from './create-role-fields';

type Props = LazyDialogProps & { environment: string; organizationId: string; list: OrganizationRoles };

const none: string[] = [];

/** Makes a role of this organization alone. */
export default function CreateRole({ environment, organizationId, list, onClose }: Props) {
  const form = useActionForm({
    name: `organization_role.create:${organizationId}`,
    environment,
    schema: createRoleInput,
    defaultValues: {
      organizationId,
      name: '',
      displayName: '',
      description: '',
      extends: '',
      permissions: none,
    },
    action: createRole,
    onSuccess: onClose,
  });
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Create role"
        description="A role of this organization alone. Nobody has it until it is given, so nobody gains or loses by this."
        submitLabel="Create role"
        width="wide"
        onClose={onClose}
      >
        <CreateRoleFields
          roles={list.roles}
          source={{ query: 'roles.permissions', environment, input: { organizationId } }}
        />
      </FormDialog>
    </LiveQueries>
  );
}
