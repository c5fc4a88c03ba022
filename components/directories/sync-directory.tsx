'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { syncDirectory } from '@/lib/features/directories/actions';
import { directoryInput } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';

type Props = LazyDialogProps & OfDirectory;

/** Starts a synchronization now. */
export default function SyncDirectory({ environment, organizationId, directory, onClose }: Props) {
  const form = useActionForm({
    name: `directory.sync:${directory.id}`,
    environment,
    schema: directoryInput,
    defaultValues: { organizationId, directoryId: directory.id },
    action: syncDirectory,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Synchronize ${directory.name} now?`}
      submitLabel="Start synchronization"
      onClose={onClose}
    >
      <p>
        Members and their roles are brought in line with the directory: people may be added, changed and taken
        out.
      </p>
      {directory.type === 'SCIM' ? (
        <p>The identity provider is not asked for more: what it has not pushed stays missing.</p>
      ) : null}
      <p className="text-quiet">
        Scalekit answers when it has begun and does not say when it is done: “Last synchronized” moves.
      </p>
    </FormDialog>
  );
}
