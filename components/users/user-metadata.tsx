'use client';

import { MetadataDialog } from '@/components/forms/metadata-dialog';
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
  return <MetadataDialog form={form} limit={20} onClose={onClose} />;
}
