'use client';

import { useRouter } from 'next/navigation';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createOrganization } from '@/lib/features/organizations/actions';
import { createOrganizationInput, regionLabels, regions } from '@/lib/features/organizations/schema';
import { paths } from '@/lib/paths';

const options = regions.map((value) => ({ value, label: regionLabels[value] }));

/** Creates a customer and goes to its page. The region is asked for, never assumed: it cannot change. */
export default function CreateOrganization({
  environment,
  onClose,
}: LazyDialogProps & { environment: string }) {
  const router = useRouter();
  const form = useActionForm({
    name: 'organization.create',
    environment,
    schema: createOrganizationInput,
    // No region is chosen beforehand: the schema says so until one is.
    defaultValues: { displayName: '', externalId: '', metadata: [] },
    action: createOrganization,
    onSuccess: ({ organizationId }) => router.push(paths.organization(environment, organizationId)),
  });
  return (
    <FormDialog form={form} title="Create organization" submitLabel="Create organization" onClose={onClose}>
      <TextField name="displayName" label="Name" autoFocus />
      <TextField
        name="externalId"
        label="External id"
        optional
        mono
        help="The customer's id in your own systems. Unique in this environment."
      />
      <ChoiceField
        name="region"
        label="Region"
        pick="one"
        options={options}
        help="Where Scalekit keeps this customer’s data. It cannot be changed later: another region means a new organization. Ask the customer if you do not know."
      />
      <KeyValueFields name="metadata" label="Metadata" noun="pair" limit={10} />
    </FormDialog>
  );
}
