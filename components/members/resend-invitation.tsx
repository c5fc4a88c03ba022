'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { resendInvitation } from '@/lib/features/members/actions';
import { type MemberRow, memberInput } from '@/lib/features/members/schema';
import { AbsentMember } from './absent-member';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] };

/** Sends an invitation again. */
export default function ResendInvitation(props: Props) {
  const row = props.rows.find(({ userId }) => userId === props.subject);
  return row ? <ResendForm {...props} row={row} /> : <AbsentMember onClose={props.onClose} />;
}

function ResendForm({ environment, organizationId, row, onClose }: Props & { row: MemberRow }) {
  const form = useActionForm({
    name: `member.resend_invitation:${organizationId}:${row.userId}`,
    environment,
    schema: memberInput,
    defaultValues: { organizationId, userId: row.userId },
    action: resendInvitation,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Resend invitation" submitLabel="Resend invitation" onClose={onClose}>
      <p>
        Scalekit mails <strong>{row.email}</strong> again.{' '}
        {row.status === 'invite_expired' ? (
          'The invitation has expired: they get a new one with a new expiry.'
        ) : (
          <>
            The expiry stays as it is: <RelativeTime time={row.invitationExpiresAt} />.
          </>
        )}
      </p>
    </FormDialog>
  );
}
