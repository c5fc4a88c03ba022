'use client';

import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { revokeOwnApiKey } from '@/lib/features/api-keys/customer-actions';
import { type OwnApiKeyRow, revokeOwnApiKeyInput } from '@/lib/features/api-keys/schema';

type Props = LazyDialogProps & { rows: OwnApiKeyRow[] };

/** Stops a key at once. */
export default function RevokeApiKey({ rows, subject, onClose }: Props) {
  const row = rows.find(({ tokenId }) => tokenId === subject);
  if (!row)
    return (
      <MessageDialog title="This key is not in the list" onClose={onClose}>
        It was revoked or has expired, or it stands on another page of the list.
      </MessageDialog>
    );
  return <RevokeForm row={row} onClose={onClose} />;
}

function RevokeForm({ row, onClose }: { row: OwnApiKeyRow; onClose: () => void }) {
  const form = useActionForm({
    name: `customer:revoke:${row.tokenId}`,
    environment: '',
    schema: revokeOwnApiKeyInput,
    defaultValues: { tokenId: row.tokenId },
    action: revokeOwnApiKey,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      danger
      form={form}
      title={`Revoke the key ending in ${row.suffix}?`}
      submitLabel="Revoke API key"
      onClose={onClose}
    >
      <EffectList>
        <li>Whatever still uses it fails from now on. There is no way back: a new key has another value.</li>
      </EffectList>
      <p className="wrap-anywhere">{row.description ?? 'It has no description.'}</p>
    </FormDialog>
  );
}
