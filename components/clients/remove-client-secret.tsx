'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ClientSecretRow } from '@/lib/client-secret';
import { removeClientSecret } from '@/lib/features/clients/actions';
import { type ClientRow, clientSecretInput } from '@/lib/features/clients/schema';
import { WithSecret } from './with-secret';

type Props = LazyDialogProps & { environment: string; client: ClientRow };

/** Stops a secret for good: the last step of a rotation. */
export default function RemoveClientSecret(props: Props) {
  return <WithSecret {...props}>{(secret) => <RemoveForm {...props} secret={secret} />}</WithSecret>;
}

function RemoveForm({ environment, client, secret, onClose }: Props & { secret: ClientSecretRow }) {
  const form = useActionForm({
    name: `client.remove_secret:${secret.id}`,
    environment,
    schema: clientSecretInput,
    defaultValues: { clientId: client.id, secretId: secret.id },
    action: removeClientSecret,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Remove the secret ending in ${secret.suffix}?`}
      submitLabel="Remove secret"
      effects={['Whatever still uses it is refused from now on. There is no way back.']}
      call={{ method: 'DELETE', path: `/api/v1/clients/${client.id}/secrets/${secret.id}` }}
      onClose={onClose}
    >
      <Facts
        facts={[
          { term: 'Last used', value: <RelativeTime time={secret.lastUsedAt} missing="not known" /> },
          { term: 'Added', value: <RelativeTime time={secret.createdAt} /> },
        ]}
      />
    </ConfirmDialog>
  );
}
