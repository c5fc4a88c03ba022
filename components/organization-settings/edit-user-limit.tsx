'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateUserLimit } from '@/lib/features/organization-settings/actions';
import { type UserLimit, userLimitInput } from '@/lib/features/organization-settings/schema';
import { formatQuantity } from '@/lib/format';

type Props = LazyDialogProps & { environment: string; organizationId: string; current: UserLimit };

/** Sets how many users may belong, or lifts the limit. */
export default function EditUserLimit({ environment, organizationId, current, onClose }: Props) {
  const form = useActionForm({
    name: `organization.user_limit:${organizationId}`,
    environment,
    schema: userLimitInput,
    defaultValues: { organizationId, maxAllowedUsers: current.limit === null ? '' : String(current.limit) },
    action: updateUserLimit,
    onSuccess: onClose,
  });
  const now =
    current.members === null ? '' : ` Now: ${formatQuantity(current.members, 'member')} in the list.`;
  return (
    <FormDialog
      form={form}
      title="Edit user limit"
      description="A limit removes nobody. Once it is reached, Scalekit lets nobody more in."
      submitLabel="Save user limit"
      onClose={onClose}
    >
      <TextField
        name="maxAllowedUsers"
        label="Users at most"
        optional
        autoFocus
        inputMode="numeric"
        help={`Empty means no limit.${now}`}
      />
    </FormDialog>
  );
}
