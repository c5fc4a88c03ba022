'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { resendOwnInvitation } from '@/lib/features/members/customer-actions';
import { type OwnMemberRow, ownMemberInput } from '@/lib/features/members/schema';

type Props = LazyDialogProps & { rows: OwnMemberRow[] };

/** Sends an invitation again. */
export default function ResendInvitation({ rows, subject, onClose }: Props) {
  const row = rows.find(({ userId }) => userId === subject);
  if (!row)
    return (
      <MessageDialog title="They are not in the list" onClose={onClose}>
        They were removed, or they stand on another page of the list.
      </MessageDialog>
    );
  return <ResendForm row={row} onClose={onClose} />;
}

function ResendForm({ row, onClose }: { row: OwnMemberRow; onClose: () => void }) {
  const form = useActionForm({
    name: `customer:resend:${row.userId}`,
    environment: '',
    schema: ownMemberInput,
    defaultValues: { userId: row.userId },
    action: resendOwnInvitation,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Send the invitation again?" submitLabel="Send again" onClose={onClose}>
      <p>
        <strong>{row.email}</strong> gets another e-mail.{' '}
        {row.status === 'invite_expired'
          ? 'The first invitation has expired; this one starts anew.'
          : 'Until when they can accept stays as it is.'}
      </p>
    </FormDialog>
  );
}
