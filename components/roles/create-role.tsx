'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createRole } from '@/lib/features/roles/actions';
import { createRoleInput, type OrganizationRoles } from '@/lib/features/roles/schema';
import { inheritedFrom } from './inherited-from';
import { PermissionField } from './permission-field';
import { RoleField } from './role-field';

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
  const base = useWatch({ control: form.form.control, name: 'extends' });
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
        <TextField
          name="name"
          label="Name in the API"
          mono
          autoFocus
          placeholder="billing_clerk"
          help="Letters, digits and underscores. It stands in tokens and cannot be changed later."
        />
        <TextField name="displayName" label="Display name" help="What people read." />
        <TextField name="description" label="Description" optional />
        <RoleField
          name="extends"
          label="Base role"
          help="The role has everything that its base has, now and later."
          roles={list.roles}
          none="None"
        />
        <PermissionField
          environment={environment}
          organizationId={organizationId}
          inherited={inheritedFrom(list, base)}
        />
      </FormDialog>
    </LiveQueries>
  );
}
