'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { updateResourceClient } from '@/lib/features/resources/actions';
import {
  type ResourceClientRow,
  toClientFields,
  updateResourceClientInput,
} from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';
import { ResourceClientFields } from './resource-client-fields';

type Props = LazyDialogProps & { environment: string; resourceId: string; clients: ResourceClientRow[] };

/** Changes a client of a resource: only what differs is sent. */
export default function EditResourceClient(props: Props) {
  const client = props.clients.find(({ id }) => id === props.subject);
  if (client) return <EditForm {...props} client={client} />;
  return (
    <MessageDialog title="This client is not there any more" onClose={props.onClose}>
      Somebody else has deleted it.
    </MessageDialog>
  );
}

function EditForm({ environment, resourceId, client, onClose }: Props & { client: ResourceClientRow }) {
  const before = toClientFields(client);
  const form = useActionForm({
    name: `resource_client.update:${client.id}`,
    environment,
    schema: updateResourceClientInput,
    defaultValues: { resourceId, clientId: client.id, before, ...before },
    action: updateResourceClient,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(client.name)}`}
      description="It counts for every token from now on; its secret and what people consented to stay."
      submitLabel="Save changes"
      onClose={onClose}
    >
      <ResourceClientFields />
    </FormDialog>
  );
}
