'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateOrganization } from '@/lib/features/organizations/actions';
import { type OrganizationDetail, updateOrganizationInput } from '@/lib/features/organizations/schema';

type Props = LazyDialogProps & { environment: string; organization: OrganizationDetail };

/** Changes the metadata as a whole: what stands in the form is what the organization has afterwards. */
export default function EditMetadata({ environment, organization, onClose }: Props) {
  const form = useActionForm({
    name: `organization.metadata:${organization.id}`,
    environment,
    schema: updateOrganizationInput,
    defaultValues: { organizationId: organization.id, metadata: organization.metadata },
    action: updateOrganization,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Edit metadata"
      description="What stands here replaces all pairs: a removed row is gone afterwards."
      submitLabel="Save metadata"
      onClose={onClose}
    >
      <KeyValueFields
        name="metadata"
        label="Metadata"
        noun="pair"
        limit={10}
        help="Keys of 3 to 25 characters, values of 1 to 256."
      />
    </FormDialog>
  );
}
