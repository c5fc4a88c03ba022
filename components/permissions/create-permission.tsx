'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createPermission } from '@/lib/features/permissions/actions';
import { createPermissionInput } from '@/lib/features/permissions/schema';

type Props = LazyDialogProps & { environment: string };

/** Makes a permission that roles can be given. */
export default function CreatePermission({ environment, onClose }: Props) {
  const form = useActionForm({
    name: 'permission.create',
    environment,
    schema: createPermissionInput,
    defaultValues: { name: '', description: '' },
    action: createPermission,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Create permission"
      description="No role has it until it is given, so nobody gains or loses by this."
      submitLabel="Create permission"
      onClose={onClose}
    >
      <TextField
        name="name"
        label="Name"
        mono
        autoFocus
        placeholder="invoices:read"
        help="Letters, digits, underscores and colons, 64 at most. It stands in tokens and cannot be changed later."
      />
      <TextField
        name="description"
        label="Description"
        optional
        multiline
        help="What somebody with it may do."
      />
    </FormDialog>
  );
}
