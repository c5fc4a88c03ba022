'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { RevealedSecret } from '@/lib/client-secret';
import { addApiClientSecret } from '@/lib/features/api-clients/actions';
import { type ApiClientRow, apiClientInput } from '@/lib/features/api-clients/schema';
import { isolate } from '@/lib/isolate';
import { RevealSecret } from './reveal-secret';

type Props = LazyDialogProps & { environment: string; organizationId: string; client: ApiClientRow };

/** One more secret beside those in use: the first step of a rotation. */
export default function AddSecret({ environment, organizationId, client, onClose }: Props) {
  const router = useRouter();
  const [created, setCreated] = useState<RevealedSecret | null>(null);
  const form = useActionForm({
    name: `api_client.add_secret:${client.clientId}`,
    environment,
    schema: apiClientInput,
    defaultValues: { organizationId, clientId: client.clientId },
    action: addApiClientSecret,
    onSuccess: setCreated,
  });
  if (created) {
    const done = () => {
      setCreated(null);
      onClose();
      router.refresh();
    };
    return (
      <RevealSecret
        environment={environment}
        organizationId={organizationId}
        title="Secret added"
        name={client.name}
        secret={created}
        onDone={done}
      />
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Add a secret to ${isolate(client.name)}?`}
      submitLabel="Add secret"
      onClose={onClose}
    >
      <p>Secrets that are in use go on working. Remove the old one when the customer has switched.</p>
    </FormDialog>
  );
}
