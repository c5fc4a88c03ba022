'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createClient } from '@/lib/features/clients/actions';
import { createClientInput } from '@/lib/features/clients/schema';
import { paths } from '@/lib/paths';
import { ClientFields } from './client-fields';
import { RevealClientSecret } from './reveal-client-secret';
import { typeOptions } from './words';

type Props = LazyDialogProps & { environment: string };

/** Makes an application; one that can keep a secret gets its first, which is shown once. */
export default function CreateClient({ environment, onClose }: Props) {
  const router = useRouter();
  const [made, setMade] = useState<{ clientId: string; secret: string } | null>(null);
  const open = (clientId: string) => router.push(paths.client(environment, clientId));
  const form = useActionForm({
    name: 'client.create',
    environment,
    schema: createClientInput,
    defaultValues: {
      type: 'WEB_APP',
      name: '',
      postLoginUris: '',
      postLogoutRedirectUris: '',
      backChannelLogoutUris: '',
      initiateLoginUri: '',
      accessTokenExpiry: '',
      scopes: '',
      customClaims: [],
      enforcePkce: true,
      disallowScalekitApiAccess: true,
    },
    action: createClient,
    onSuccess: ({ clientId, secret }) =>
      secret ? setMade({ clientId, secret: secret.value }) : open(clientId),
  });
  if (made) {
    const done = () => {
      setMade(null);
      open(made.clientId);
    };
    return (
      <RevealClientSecret
        title="Client created"
        clientId={made.clientId}
        secret={made.secret}
        onDone={done}
      />
    );
  }
  return (
    <FormDialog
      form={form}
      title="Create client"
      description="An application of yours that people sign in to."
      submitLabel="Create client"
      width="wide"
      onClose={onClose}
    >
      <ChoiceField pick="one" name="type" label="What it is" options={typeOptions} />
      <ClientFields />
    </FormDialog>
  );
}
