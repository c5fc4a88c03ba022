'use client';

import { MetadataDialog } from '@/components/forms/metadata-dialog';
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
  return <MetadataDialog form={form} limit={10} onClose={onClose} />;
}
