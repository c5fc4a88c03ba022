'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { revokeStaffSession } from '@/lib/features/staff/actions';
import { type StaffDetail, type StaffSessionRow, staffSessionInput } from '@/lib/features/staff/schema';

type Props = LazyDialogProps & { environment: string; person: StaffDetail };

/** Ends one session. */
export default function RevokeSession(props: Props) {
  const { person, subject, onClose } = props;
  const row = person.sessionRows.find(({ id }) => id === subject);
  if (!row) {
    return (
      <MessageDialog title="This session has ended" onClose={onClose}>
        It was ended in the meantime, or ran out.
      </MessageDialog>
    );
  }
  return <RevokeForm {...props} row={row} />;
}

function RevokeForm({ environment, person, row, onClose }: Props & { row: StaffSessionRow }) {
  const form = useActionForm({
    name: `staff.revoke_session:${row.id}`,
    environment,
    schema: staffSessionInput,
    defaultValues: { staffId: person.id, sessionId: row.id },
    action: revokeStaffSession,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      danger
      form={form}
      title={`End the session on ${row.device}?`}
      submitLabel="End session"
      onClose={onClose}
    >
      <p>
        {row.isThisOne
          ? 'This is the session that you are using: you will be asked to sign in again.'
          : 'Their next click asks them to sign in again. What they typed may be lost.'}
      </p>
      <p className="text-quiet">
        Who may still sign in can come back. To shut somebody out, deactivate them.
      </p>
    </FormDialog>
  );
}
