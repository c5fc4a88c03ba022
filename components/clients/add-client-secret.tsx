'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addClientSecret } from '@/lib/features/clients/actions';
import { type ClientRow, clientInput } from '@/lib/features/clients/schema';
import { isolate } from '@/lib/isolate';
import { RevealClientSecret } from './reveal-client-secret';

type Props = LazyDialogProps & { environment: string; client: ClientRow };

/** One more secret beside those in use: the first step of a rotation. */
export default function AddClientSecret({ environment, client, onClose }: Props) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useActionForm({
    name: `client.add_secret:${client.id}`,
    environment,
    schema: clientInput,
    defaultValues: { clientId: client.id },
    action: addClientSecret,
    onSuccess: ({ value }) => setSecret(value),
  });
  if (secret) {
    const done = () => {
      setSecret(null);
      onClose();
      router.refresh();
    };
    return <RevealClientSecret title="Secret added" clientId={client.id} secret={secret} onDone={done} />;
  }
  return (
    <FormDialog
      form={form}
      title={`Add a secret to ${isolate(client.name)}?`}
      submitLabel="Add secret"
      onClose={onClose}
    >
      <p>
        Secrets that are in use go on working. Give the application the new one, deactivate the old one, and
        remove it when nothing has failed.
      </p>
    </FormDialog>
  );
}
