'use client';

import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deactivateStaff } from '@/lib/features/staff/actions';
import { type StaffDetail, staffInput } from '@/lib/features/staff/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; person: StaffDetail };

/** Shuts somebody out at once. */
export default function Deactivate({ environment, person, onClose }: Props) {
  const form = useActionForm({
    name: `staff.deactivate:${person.id}`,
    environment,
    schema: staffInput,
    defaultValues: { staffId: person.id },
    action: deactivateStaff,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      danger
      form={form}
      title={`Deactivate ${isolate(person.name)}?`}
      submitLabel="Deactivate"
      onClose={onClose}
    >
      <EffectList>
        <li>
          {person.sessions === 0
            ? 'They are signed in nowhere.'
            : `${formatQuantity(person.sessions, 'session')} ${person.sessions === 1 ? 'ends' : 'end'} at once.`}
        </li>
        <li>Signing in is refused, whatever the issuer says of them.</li>
        <li>Bulk jobs that they started do no further item.</li>
      </EffectList>
      <p className="text-quiet">
        Their portal links, hand-overs and entries in the staff log stay. They can be let in again later.
      </p>
    </FormDialog>
  );
}
