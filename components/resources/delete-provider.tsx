'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteResourceProvider } from '@/lib/features/resources/actions';
import { deleteResourceInput, type ResourceRow } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; resource: ResourceRow };

/** Takes the product's own sign-in away from a resource. */
export default function DeleteProvider({ environment, resource, onClose }: Props) {
  const form = useActionForm({
    name: `resource.delete_provider:${resource.id}`,
    environment,
    schema: deleteResourceInput,
    defaultValues: { resourceId: resource.id, confirmName: '', reason: '' },
    action: deleteResourceProvider,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, resource.name),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Take its own sign-in away from ${isolate(resource.name)}?`}
      submitLabel="Take it away"
      effects={[
        'Its connection goes, with its settings.',
        'Whoever authorizes a client from now on signs in at Scalekit.',
        'Clients and consents stay.',
      ]}
      call={{ method: 'PUT', path: `/api/v1/resources/${resource.id}/provider:delete` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={resource.name} what="resource" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      A new connection has to be set up anew.
    </ConfirmDialog>
  );
}
