'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ClientSecretRow } from '@/lib/client-secret';
import { removeApiClientSecret } from '@/lib/features/api-clients/actions';
import { type ApiClientRow, secretInput } from '@/lib/features/api-clients/schema';

type Props = LazyDialogProps & { environment: string; organizationId: string; client: ApiClientRow };

/** Stops a secret at once: the last step of a rotation, or the first thing to do about a leak. */
export default function RemoveSecret(props: Props) {
  const secret = props.client.secrets.find(({ id }) => id === props.subject);
  if (secret && props.client.secrets.length > 1) return <RemoveForm {...props} secret={secret} />;
  return (
    <MessageDialog
      title={secret ? 'The last secret cannot be removed' : 'This secret is not there any more'}
      onClose={props.onClose}
    >
      {secret
        ? 'Scalekit keeps one secret for each client. Add a new one first, then remove this one; or delete the client.'
        : 'Somebody else has removed it.'}
    </MessageDialog>
  );
}

function RemoveForm({
  environment,
  organizationId,
  client,
  secret,
  onClose,
}: Props & { secret: ClientSecretRow }) {
  const { clientId } = client;
  const form = useActionForm({
    name: `api_client.remove_secret:${secret.id}`,
    environment,
    schema: secretInput,
    defaultValues: { organizationId, clientId, secretId: secret.id },
    action: removeApiClientSecret,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Remove the secret ending in ${secret.suffix}?`}
      submitLabel="Remove secret"
      effects={[
        'Whatever still uses it gets no new token from now on. There is no way back.',
        'Tokens that it has fetched work until they run out.',
      ]}
      call={{
        method: 'DELETE',
        path: `/api/v1/organizations/${organizationId}/clients/${clientId}/secrets/${secret.id}`,
      }}
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
