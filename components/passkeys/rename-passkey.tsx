'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { renamePasskey } from '@/lib/features/passkeys/actions';
import { type PasskeyRow, renamePasskeyInput } from '@/lib/features/passkeys/schema';

type Props = LazyDialogProps & { environment: string; userId: string; rows: PasskeyRow[] };

/** Gives a passkey another name; nothing else of it can change. */
export default function RenamePasskey({ environment, userId, rows, subject, onClose }: Props) {
  const form = useActionForm({
    name: `passkey.rename:${subject}`,
    environment,
    schema: renamePasskeyInput,
    defaultValues: {
      userId,
      credentialId: subject,
      displayName: rows.find(({ id }) => id === subject)?.name ?? '',
    },
    action: renamePasskey,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Rename passkey" submitLabel="Save name" onClose={onClose}>
      <TextField name="displayName" label="Name" help="The user sees it too." autoFocus />
    </FormDialog>
  );
}
