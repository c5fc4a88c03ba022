'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updatePermission } from '@/lib/features/permissions/actions';
import { type PermissionRow, updatePermissionInput } from '@/lib/features/permissions/schema';
import { NoPermission } from './no-permission';

type Props = LazyDialogProps & { environment: string; permissions: PermissionRow[] };

/** Changes what a permission is said to be for. Nobody gains or loses by that. */
export default function EditPermission(props: Props) {
  const permission = props.permissions.find(
    ({ name, isScalekits }) => name === props.subject && !isScalekits,
  );
  if (!permission) return <NoPermission onClose={props.onClose} />;
  return <EditForm {...props} permission={permission} />;
}

function EditForm({ environment, permission, onClose }: Props & { permission: PermissionRow }) {
  const { name } = permission;
  const form = useActionForm({
    name: `permission.update:${name}`,
    environment,
    schema: updatePermissionInput,
    defaultValues: { name, description: permission.description ?? '' },
    action: updatePermission,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${name}`}
      description="The name stays: tokens and your product’s own code hold it. Nobody gains or loses by this."
      submitLabel="Save permission"
      onClose={onClose}
    >
      <TextField name="description" label="Description" optional multiline help="Empty clears it." />
    </FormDialog>
  );
}
