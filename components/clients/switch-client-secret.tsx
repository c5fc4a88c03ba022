'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { ClientSecretRow } from '@/lib/client-secret';
import { activateClientSecret, deactivateClientSecret } from '@/lib/features/clients/actions';
import { type ClientRow, clientSecretInput } from '@/lib/features/clients/schema';
import { WithSecret } from './with-secret';

type Props = LazyDialogProps & { environment: string; client: ClientRow };

/** Turns a secret off, or on again: off is the way to see whether something still uses it. */
export default function SwitchClientSecret(props: Props) {
  return <WithSecret {...props}>{(secret) => <SwitchForm {...props} secret={secret} />}</WithSecret>;
}

function SwitchForm({ environment, client, secret, onClose }: Props & { secret: ClientSecretRow }) {
  const form = useActionForm({
    name: `client.switch_secret:${secret.id}`,
    environment,
    schema: clientSecretInput,
    defaultValues: { clientId: client.id, secretId: secret.id },
    action: secret.isActive ? deactivateClientSecret : activateClientSecret,
    onSuccess: onClose,
  });
  const act = secret.isActive ? 'Deactivate' : 'Activate';
  return (
    <FormDialog
      form={form}
      title={`${act} the secret ending in ${secret.suffix}?`}
      submitLabel={`${act} secret`}
      danger={secret.isActive}
      onClose={onClose}
    >
      <p>
        {secret.isActive
          ? 'Whatever still uses it is refused from now on. It can be activated again.'
          : 'Whatever has it can use it again from now on.'}
      </p>
    </FormDialog>
  );
}
