'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { renameDirectory } from '@/lib/features/directories/actions';
import { renameDirectoryInput } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';

type Props = LazyDialogProps & OfDirectory;

/** Gives a directory another name. */
export default function RenameDirectory({ environment, organizationId, directory, onClose }: Props) {
  const form = useActionForm({
    name: `directory.update:${directory.id}`,
    environment,
    schema: renameDirectoryInput,
    defaultValues: { organizationId, directoryId: directory.id, name: directory.name },
    action: renameDirectory,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Rename directory" submitLabel="Save name" onClose={onClose}>
      <TextField name="name" label="Name" autoFocus help="Users and groups are not touched." />
    </FormDialog>
  );
}
