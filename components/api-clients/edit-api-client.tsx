'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateApiClient } from '@/lib/features/api-clients/actions';
import { type ApiClientRow, updateApiClientInput } from '@/lib/features/api-clients/schema';
import { isolate } from '@/lib/isolate';
import { ClientFields } from './client-fields';

type Props = LazyDialogProps & { environment: string; organizationId: string; client: ApiClientRow };

/** Changes what the next tokens of a client say. */
export default function EditApiClient({ environment, organizationId, client, onClose }: Props) {
  const form = useActionForm({
    name: `api_client.update:${client.clientId}`,
    environment,
    schema: updateApiClientInput,
    defaultValues: {
      organizationId,
      clientId: client.clientId,
      name: client.name,
      description: client.description ?? '',
      scopes: client.scopes.join('\n'),
      audience: client.audience.join('\n'),
      expirySeconds: String(client.expirySeconds),
      customClaims: client.customClaims,
    },
    action: updateApiClient,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(client.name)}`}
      description="Tokens that are out already keep what they say."
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <ClientFields merges />
    </FormDialog>
  );
}
