'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { reactivateStaff } from '@/lib/features/staff/actions';
import { type StaffDetail, staffInput } from '@/lib/features/staff/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; person: StaffDetail };

/** Lets somebody in again. */
export default function Reactivate({ environment, person, onClose }: Props) {
  const form = useActionForm({
    name: `staff.reactivate:${person.id}`,
    environment,
    schema: staffInput,
    defaultValues: { staffId: person.id },
    action: reactivateStaff,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Reactivate ${isolate(person.name)}?`}
      submitLabel="Reactivate"
      onClose={onClose}
    >
      <p>
        They can sign in again, as <strong>{person.role}</strong> and for{' '}
        {person.customers === null ? 'all customers' : 'the customers assigned to them'}, as before.
      </p>
    </FormDialog>
  );
}
