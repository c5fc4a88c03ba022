'use client';

import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { changeRole } from '@/lib/features/staff/actions';
import {
  changeRoleInput,
  ownRoleHints,
  ownRoleLabels,
  ownRoles,
  type StaffDetail,
} from '@/lib/features/staff/schema';
import { isolate } from '@/lib/isolate';
import { OwnAddress } from './own-address';

type Props = LazyDialogProps & { environment: string; person: StaffDetail };

const options = ownRoles.map((value) => ({
  value,
  label: ownRoleLabels[value],
  hint: ownRoleHints[value],
}));

/** Sets a person's role, or leaves it to their sign-in. */
export default function ChangeRole({ environment, person, onClose }: Props) {
  const form = useActionForm({
    name: `staff.change_role:${person.id}`,
    environment,
    schema: changeRoleInput,
    defaultValues: { staffId: person.id, role: person.ownRole, was: person.ownRole, confirmOwn: '' },
    action: changeRole,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Change the role of ${isolate(person.name)}`}
      description="It counts in every environment, from their next click on."
      submitLabel="Change role"
      onClose={onClose}
    >
      <ChoiceField name="role" label="Role" options={options} pick="one" />
      <OwnAddress person={person} />
    </FormDialog>
  );
}
