'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateUser } from '@/lib/features/users/actions';
import { type UserDetail, updateUserInput } from '@/lib/features/users/schema';

type Props = LazyDialogProps & { environment: string; user: UserDetail };

/** Changes the metadata of the user as a whole. */
export default function UserMetadata({ environment, user, onClose }: Props) {
  const form = useActionForm({
    name: `user.metadata:${user.id}`,
    environment,
    schema: updateUserInput,
    defaultValues: { userId: user.id, metadata: user.metadata },
    action: updateUser,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Edit metadata"
      description="What stands here replaces all pairs: a removed row is gone afterwards."
      submitLabel="Save metadata"
      onClose={onClose}
    >
      <KeyValueFields
        name="metadata"
        label="Metadata"
        noun="pair"
        limit={20}
        help="Keys of 3 to 25 characters, values of 1 to 256."
      />
    </FormDialog>
  );
}
