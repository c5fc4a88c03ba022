'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addStaff } from '@/lib/features/staff/actions';
import { addStaffInput, ownRoleHints, ownRoleLabels, staffRoles } from '@/lib/features/staff/schema';
import { paths } from '@/lib/paths';
import { CustomerPicker } from './customer-picker';

const roleOptions = staffRoles.map((value) => ({
  value,
  label: ownRoleLabels[value],
  hint: ownRoleHints[value],
}));

/** Makes somebody ready before their first sign-in. */
export default function AddStaff({ environment, onClose }: LazyDialogProps & { environment: string }) {
  const router = useRouter();
  const form = useActionForm({
    name: 'staff.add',
    environment,
    schema: addStaffInput,
    defaultValues: { email: '', name: '', role: 'support', reach: 'all', organizationIds: [] },
    action: addStaff,
    onSuccess: ({ staffId }) => router.push(paths.adminPerson(environment, staffId)),
  });
  const reach = useWatch({ control: form.form.control, name: 'reach' });
  return (
    <FormDialog
      form={form}
      title="Add somebody"
      description="They may sign in from now on, with this address as the issuer has verified it. Nobody is written to: tell them yourself."
      submitLabel="Add to the staff"
      onClose={onClose}
    >
      <TextField name="email" label="E-mail" type="email" autoFocus />
      <TextField
        name="name"
        label="Name"
        optional
        help="Their first sign-in puts the issuer’s in its place."
      />
      <ChoiceField name="role" label="Role" options={roleOptions} pick="one" />
      <ChoiceField
        name="reach"
        label="May work for"
        pick="one"
        options={[
          { value: 'all', label: 'All customers', hint: 'In every environment.' },
          {
            value: 'chosen',
            label: 'Chosen customers only',
            hint: `Of ${environment}; elsewhere none until somebody assigns some there.`,
          },
        ]}
      />
      {reach === 'chosen' ? (
        <LiveQueries>
          <CustomerPicker environment={environment} known={[]} />
        </LiveQueries>
      ) : null}
    </FormDialog>
  );
}
