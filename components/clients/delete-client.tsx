'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteClient } from '@/lib/features/clients/actions';
import { type ClientRow, deleteClientInput } from '@/lib/features/clients/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; client: ClientRow };

/** Takes an application away for good: nobody signs in to it any more. */
export default function DeleteClient({ environment, client, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `client.delete:${client.id}`,
    environment,
    schema: deleteClientInput,
    defaultValues: { clientId: client.id, confirmName: '', reason: '' },
    action: deleteClient,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, client.name),
    onSuccess: () => router.replace(paths.clients(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(client.name)}?`}
      submitLabel="Delete client"
      effects={[
        'Nobody can sign in to this application any more, of any customer.',
        `${formatQuantity(client.secrets.length, 'secret stops', 'secrets stop')} working.`,
      ]}
      call={{ method: 'DELETE', path: `/api/v1/clients/${client.id}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={client.name} what="client" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back: a new client has another id.
    </ConfirmDialog>
  );
}
