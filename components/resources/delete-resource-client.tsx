'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { deleteResourceClient } from '@/lib/features/resources/actions';
import { deleteResourceClientInput, type ResourceClientRow } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; resourceId: string; clients: ResourceClientRow[] };

/** Takes a client of a resource away. */
export default function DeleteResourceClient(props: Props) {
  const client = props.clients.find(({ id }) => id === props.subject);
  if (client) return <DeleteForm {...props} client={client} />;
  return (
    <MessageDialog title="This client is not there any more" onClose={props.onClose}>
      Somebody else has deleted it.
    </MessageDialog>
  );
}

function DeleteForm({ environment, resourceId, client, onClose }: Props & { client: ResourceClientRow }) {
  const form = useActionForm({
    name: `resource_client.delete:${client.id}`,
    environment,
    schema: deleteResourceClientInput,
    defaultValues: { resourceId, clientId: client.id },
    action: deleteResourceClient,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(client.name)}?`}
      submitLabel="Delete client"
      effects={[
        'It gets no new token, for anybody.',
        'What people let it do is forgotten.',
        client.isDynamic ? 'It registered itself and may do so again.' : 'Its secret stops working.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/resources/${resourceId}/clients/${client.id}` }}
      onClose={onClose}
    >
      There is no way back: a new client has another id.
    </ConfirmDialog>
  );
}
