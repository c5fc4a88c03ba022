'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { removeMember } from '@/lib/features/members/actions';
import { type MemberRow, memberInput } from '@/lib/features/members/schema';
import { AbsentMember } from './absent-member';
import { isInvited } from './member-status';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] };

/** Takes a member out of the organization, or an invitation back. */
export default function RemoveMember(props: Props) {
  const row = props.rows.find(({ userId }) => userId === props.subject);
  return row ? <RemoveForm {...props} row={row} /> : <AbsentMember onClose={props.onClose} />;
}

function RemoveForm({ environment, organizationId, row, onClose }: Props & { row: MemberRow }) {
  const form = useActionForm({
    name: `member.remove:${organizationId}:${row.userId}`,
    environment,
    schema: memberInput,
    defaultValues: { organizationId, userId: row.userId },
    action: removeMember,
    onSuccess: onClose,
  });
  const invited = isInvited(row);
  return (
    <ConfirmDialog
      form={form}
      title={invited ? `Cancel the invitation of ${row.email}?` : `Remove ${row.email}?`}
      submitLabel={invited ? 'Cancel invitation' : 'Remove member'}
      effects={
        invited
          ? ['The link in their mail stops working.']
          : ['They lose access to this organization, and the API keys that act as them here stop working.']
      }
      call={{
        method: 'DELETE',
        path: `/api/v1/memberships/organizations/${organizationId}/users/${row.userId}`,
      }}
      onClose={onClose}
    >
      Their user record and their other organizations stay.
    </ConfirmDialog>
  );
}
