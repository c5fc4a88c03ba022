'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { RevealedSecret } from '@/lib/client-secret';
import { createApiClient } from '@/lib/features/api-clients/actions';
import { createApiClientInput } from '@/lib/features/api-clients/schema';
import { ClientFields } from './client-fields';
import { RevealSecret } from './reveal-secret';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Makes a machine client and shows its secret once. */
export default function CreateApiClient({ environment, organizationId, onClose }: Props) {
  const [created, setCreated] = useState<(RevealedSecret & { name: string }) | null>(null);
  const form = useActionForm({
    name: `api_client.create:${organizationId}`,
    environment,
    schema: createApiClientInput,
    defaultValues: {
      organizationId,
      name: '',
      description: '',
      scopes: '',
      audience: '',
      expirySeconds: '3600',
      customClaims: [],
    },
    action: createApiClient,
    onSuccess: (secret, { name }) => setCreated({ ...secret, name }),
  });
  if (created) {
    const done = () => {
      setCreated(null);
      onClose();
    };
    return (
      <RevealSecret
        environment={environment}
        organizationId={organizationId}
        title="API client created"
        name={created.name}
        secret={created}
        onDone={done}
      />
    );
  }
  return (
    <FormDialog
      form={form}
      title="Create API client"
      submitLabel="Create API client"
      width="wide"
      onClose={onClose}
    >
      <ClientFields />
    </FormDialog>
  );
}
