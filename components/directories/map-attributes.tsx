'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { mapAttributes } from '@/lib/features/directories/actions';
import { mapAttributesInput } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';

type Props = LazyDialogProps & OfDirectory;

/** Says which attributes of the directory are taken over, and as what. */
export default function MapAttributes({ environment, organizationId, directory, onClose }: Props) {
  const form = useActionForm({
    name: `directory.map_attributes:${directory.id}`,
    environment,
    schema: mapAttributesInput,
    defaultValues: { organizationId, directoryId: directory.id, attributes: directory.attributes },
    action: mapAttributes,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Map attributes"
      description="What stands here replaces the mapping as it is."
      submitLabel="Save mapping"
      width="wide"
      onClose={onClose}
    >
      <KeyValueFields
        name="attributes"
        label="Attributes"
        noun="attribute"
        limit={50}
        help="Left the directory’s own name, such as department or name.givenName; right what it becomes at the user. People get it with the next change of theirs that arrives."
      />
    </FormDialog>
  );
}
