'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { removePasskey } from '@/lib/features/passkeys/actions';
import { type PasskeyRow, passkeyInput } from '@/lib/features/passkeys/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; userId: string; rows: PasskeyRow[] };

/** Takes a passkey away. */
export default function RemovePasskey({ environment, userId, rows, subject, onClose }: Props) {
  const name = rows.find(({ id }) => id === subject)?.name ?? 'this passkey';
  const form = useActionForm({
    name: `passkey.remove:${subject}`,
    environment,
    schema: passkeyInput,
    defaultValues: { userId, credentialId: subject },
    action: removePasskey,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Remove ${isolate(name)}?`}
      submitLabel="Remove passkey"
      call={{ method: 'DELETE', path: `/api/v1/webauthn/credentials/${subject}` }}
      onClose={onClose}
    >
      They can no longer sign in with it. Sessions it started go on: end those separately. Their device keeps
      its half until they delete it there.
    </ConfirmDialog>
  );
}
