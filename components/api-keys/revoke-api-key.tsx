'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { revokeApiKey } from '@/lib/features/api-keys/actions';
import { type ApiKeyRow, revokeApiKeyInput } from '@/lib/features/api-keys/schema';
import { GoneApiKey } from './gone-api-key';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: ApiKeyRow[] };

/** Stops a key at once. Says all that is known of it, and that its use is not. */
export default function RevokeApiKey(props: Props) {
  const row = props.rows.find(({ tokenId }) => tokenId === props.subject);
  return row ? <RevokeForm {...props} row={row} /> : <GoneApiKey onClose={props.onClose} />;
}

function RevokeForm({ environment, organizationId, row, onClose }: Props & { row: ApiKeyRow }) {
  const form = useActionForm({
    name: `api_key.revoke:${row.tokenId}`,
    environment,
    schema: revokeApiKeyInput,
    defaultValues: { organizationId, tokenId: row.tokenId },
    action: revokeApiKey,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Revoke the key ending in ${row.suffix}?`}
      submitLabel="Revoke API key"
      effects={[
        'Whatever still uses it fails from now on. There is no way back: a new key has another value.',
        'Whether it is in use is not known: Scalekit does not report when a key was last used.',
      ]}
      call={{ method: 'POST', path: '/api/v1/tokens:invalidate', body: { token: row.tokenId } }}
      onClose={onClose}
    >
      <Facts
        facts={[
          { term: 'Description', value: row.description ?? 'none' },
          { term: 'Acts as', value: row.userId ? (row.email ?? row.userId) : 'the organization' },
          { term: 'Created', value: <RelativeTime time={row.createdAt} /> },
          { term: 'Expires', value: <RelativeTime time={row.expiresAt} missing="never" /> },
        ]}
      />
    </ConfirmDialog>
  );
}
