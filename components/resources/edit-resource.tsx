'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateResource } from '@/lib/features/resources/actions';
import { type ResourceRow, toFields, updateResourceInput } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';
import { ResourceFields } from './resource-fields';

type Props = LazyDialogProps & { environment: string; resource: ResourceRow };

/** Changes a resource: only what differs is sent. */
export default function EditResource({ environment, resource, onClose }: Props) {
  const before = toFields(resource);
  const form = useActionForm({
    name: `resource.update:${resource.id}`,
    environment,
    schema: updateResourceInput,
    defaultValues: { resourceId: resource.id, before, ...before },
    action: updateResource,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(resource.name)}`}
      description="It counts for every token from now on; those that are out keep what they say."
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <ResourceFields />
    </FormDialog>
  );
}
