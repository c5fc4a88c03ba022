'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { disableDirectory } from '@/lib/features/directories/actions';
import { directoryInput } from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import type { OfDirectory } from './dialogs';

type Props = OfDirectory & {
  title: string;
  children: React.ReactNode;
  onDisabled: () => void;
  onClose: () => void;
};

/** Stops provisioning: by itself, or as the first half of a deletion. */
export function DisableForm(props: Props) {
  const { environment, organizationId, directory, title, children, onDisabled, onClose } = props;
  const form = useActionForm({
    name: `directory.disable:${directory.id}`,
    environment,
    schema: directoryInput,
    defaultValues: { organizationId, directoryId: directory.id },
    action: disableDirectory,
    onSuccess: onDisabled,
  });
  return (
    <ConfirmDialog
      form={form}
      title={title}
      submitLabel="Disable directory"
      effects={[
        'Every push is refused from now on: who joins or leaves the customer is not taken over.',
        `${formatQuantity(directory.users, 'user')} of the directory stay as they are: members stay members, with their roles.`,
      ]}
      call={{
        method: 'PATCH',
        path: `/api/v1/organizations/${organizationId}/directories/${directory.id}:disable`,
      }}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  );
}
