'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RevealClientSecret } from '@/components/clients/reveal-client-secret';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { RevealedSecret } from '@/lib/client-secret';
import { createResourceClient } from '@/lib/features/resources/actions';
import { createResourceClientInput, type ResourceRow } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';
import { ResourceClientFields } from './resource-client-fields';

type Props = LazyDialogProps & { environment: string; resource: ResourceRow };

/** Makes a client of a resource and shows its secret once. */
export default function CreateResourceClient({ environment, resource, onClose }: Props) {
  const router = useRouter();
  const [made, setMade] = useState<RevealedSecret | null>(null);
  const form = useActionForm({
    name: `resource_client.create:${resource.id}`,
    environment,
    schema: createResourceClientInput,
    defaultValues: {
      ...{ resourceId: resource.id, name: '', description: '', scopes: '', redirectUris: '' },
      ...{ audience: '', expiry: '', customClaims: [] },
    },
    action: createResourceClient,
    onSuccess: setMade,
  });
  if (made) {
    const done = () => {
      setMade(null);
      onClose();
      router.refresh();
    };
    return (
      <RevealClientSecret title="Client created" clientId={made.clientId} secret={made.value} onDone={done} />
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Create a client of ${isolate(resource.name)}`}
      submitLabel="Create client"
      onClose={onClose}
    >
      <ResourceClientFields />
    </FormDialog>
  );
}
