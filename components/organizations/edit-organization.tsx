'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateOrganization } from '@/lib/features/organizations/actions';
import { type OrganizationDetail, updateOrganizationInput } from '@/lib/features/organizations/schema';
import { onlyChanged } from './only-changed';

type Props = LazyDialogProps & { environment: string; organization: OrganizationDetail };

/** Changes the facts of an organization; only what was changed is sent. */
export default function EditOrganization({ environment, organization, onClose }: Props) {
  const defaultValues = {
    organizationId: organization.id,
    displayName: organization.displayName,
    externalId: organization.externalId ?? '',
    slug: organization.slug ?? '',
    logoUrl: organization.logoUrl ?? '',
  };
  const form = useActionForm({
    name: `organization.update:${organization.id}`,
    environment,
    schema: updateOrganizationInput,
    defaultValues,
    action: (request) =>
      updateOrganization({
        ...request,
        input: { ...onlyChanged(request.input, defaultValues), organizationId: organization.id },
      }),
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Edit details" submitLabel="Save details" onClose={onClose}>
      <TextField name="displayName" label="Name" />
      <TextField name="externalId" label="External id" optional mono />
      <TextField
        name="slug"
        label="Slug"
        optional
        mono
        help="A short name as in a host name. Empty clears it."
      />
      <TextField name="logoUrl" label="Logo URL" optional mono help="Starts with https://." />
    </FormDialog>
  );
}
