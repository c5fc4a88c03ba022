'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateClient } from '@/lib/features/clients/actions';
import { type ClientRow, toFields, updateClientInput } from '@/lib/features/clients/schema';
import { isolate } from '@/lib/isolate';
import { ClientFields } from './client-fields';

type Props = LazyDialogProps & { environment: string; client: ClientRow };

/** Changes an application: only what differs is sent. */
export default function EditClient({ environment, client, onClose }: Props) {
  const before = toFields(client);
  const form = useActionForm({
    name: `client.update:${client.id}`,
    environment,
    schema: updateClientInput,
    defaultValues: { clientId: client.id, before, ...before },
    action: updateClient,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(client.name)}`}
      description={
        client.isOurs
          ? 'Keydesk itself calls Scalekit with this client: keep Scalekit’s API open to it.'
          : 'An address that is taken away here ends sign-ins that return to it, at once and for everybody.'
      }
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <ClientFields />
    </FormDialog>
  );
}
