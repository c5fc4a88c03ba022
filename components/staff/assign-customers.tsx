'use client';

import { useWatch } from 'react-hook-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { assignCustomers } from '@/lib/features/staff/actions';
import { type AssignedCustomer, assignCustomersInput, type StaffDetail } from '@/lib/features/staff/schema';
import { isolate } from '@/lib/isolate';
import { CustomerPicker } from './customer-picker';
import { OwnAddress } from './own-address';

type Props = LazyDialogProps & { environment: string; person: StaffDetail; customers: AssignedCustomer[] };

/** Limits a person to some customers, or lifts that. */
export default function AssignCustomers({ environment, person, customers, onClose }: Props) {
  const { organizationIds } = person;
  const form = useActionForm({
    name: `staff.assign_customers:${person.id}`,
    environment,
    schema: assignCustomersInput,
    defaultValues: {
      staffId: person.id,
      reach: organizationIds ? 'chosen' : 'all',
      organizationIds: organizationIds ?? [],
      was: organizationIds,
      confirmOwn: '',
    },
    action: assignCustomers,
    onSuccess: onClose,
  });
  const reach = useWatch({ control: form.form.control, name: 'reach' });
  return (
    <FormDialog
      form={form}
      title={`Customers of ${isolate(person.name)}`}
      submitLabel="Assign customers"
      onClose={onClose}
    >
      <ChoiceField
        name="reach"
        label="May work for"
        pick="one"
        options={[
          {
            value: 'all',
            label: 'All customers',
            hint: 'In every environment. Lists made before are forgotten.',
          },
          {
            value: 'chosen',
            label: 'Chosen customers only',
            hint: `Below those of ${environment}. In another environment they have those that are assigned there, at first none.`,
          },
        ]}
      />
      {reach === 'chosen' ? (
        <LiveQueries>
          <CustomerPicker environment={environment} known={customers} />
        </LiveQueries>
      ) : null}
      <OwnAddress person={person} />
    </FormDialog>
  );
}
