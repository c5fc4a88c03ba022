'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { connectResource } from '@/lib/features/resources/actions';
import { type ResourceRow, resourceInput } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; resource: ResourceRow };

/** Gives a resource a sign-in of the product's own. */
export default function ConnectResource({ environment, resource, onClose }: Props) {
  const form = useActionForm({
    name: `resource.connect:${resource.id}`,
    environment,
    schema: resourceInput,
    defaultValues: { resourceId: resource.id },
    action: connectResource,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Use your own sign-in for ${isolate(resource.name)}?`}
      submitLabel="Add the connection"
      effects={[
        'Scalekit makes a connection for it, as a draft.',
        'People sign in as before until it is set up where your product is built.',
      ]}
      call={{ method: 'POST', path: `/api/v1/resources/${resource.id}/connections` }}
      onClose={onClose}
    >
      A resource has one. Asking twice makes no second one.
    </ConfirmDialog>
  );
}
