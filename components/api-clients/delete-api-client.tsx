'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteApiClient } from '@/lib/features/api-clients/actions';
import { type ApiClientRow, deleteApiClientInput } from '@/lib/features/api-clients/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; organizationId: string; client: ApiClientRow };

/** Takes a machine client away for good. */
export default function DeleteApiClient({ environment, organizationId, client, onClose }: Props) {
  const router = useRouter();
  const { clientId } = client;
  const form = useActionForm({
    name: `api_client.delete:${clientId}`,
    environment,
    schema: deleteApiClientInput,
    defaultValues: { organizationId, clientId, confirmName: '' },
    action: deleteApiClient,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, client.name),
    onSuccess: () => router.replace(paths.apiClients(environment, organizationId)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(client.name)}?`}
      submitLabel="Delete API client"
      effects={[
        `${formatQuantity(client.secrets.length, 'secret')} of it: whatever uses them gets no new token from now on.`,
        'Tokens that are out work until they run out.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organizationId}/clients/${clientId}` }}
      fields={<TypedConfirmation name="confirmName" expected={client.name} what="API client" />}
      onClose={onClose}
    >
      There is no way back: a new client has another id and other secrets.
    </ConfirmDialog>
  );
}
