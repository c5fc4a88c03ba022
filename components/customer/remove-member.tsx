'use client';

import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { isInvited } from '@/components/members/member-status';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { removeOwnMember } from '@/lib/features/members/customer-actions';
import { type OwnMemberRow, ownMemberInput } from '@/lib/features/members/schema';

type Props = LazyDialogProps & { rows: OwnMemberRow[] };

/** Takes a member out, or an invitation back. */
export default function RemoveMember({ rows, subject, onClose }: Props) {
  const row = rows.find(({ userId }) => userId === subject);
  if (!row)
    return (
      <MessageDialog title="They are not in the list" onClose={onClose}>
        They were removed, or they stand on another page of the list.
      </MessageDialog>
    );
  return <RemoveForm row={row} onClose={onClose} />;
}

function RemoveForm({ row, onClose }: { row: OwnMemberRow; onClose: () => void }) {
  const form = useActionForm({
    name: `customer:remove:${row.userId}`,
    environment: '',
    schema: ownMemberInput,
    defaultValues: { userId: row.userId },
    action: removeOwnMember,
    onSuccess: onClose,
  });
  const invited = isInvited(row);
  return (
    <FormDialog
      danger
      form={form}
      title={invited ? `Cancel the invitation of ${row.email}?` : `Remove ${row.email}?`}
      submitLabel={invited ? 'Cancel invitation' : 'Remove member'}
      onClose={onClose}
    >
      <EffectList>
        {invited ? (
          <li>The link in their e-mail stops working.</li>
        ) : (
          <li>They lose access to your organization, and API keys that act as them stop working.</li>
        )}
      </EffectList>
      <p>You can invite them again later.</p>
    </FormDialog>
  );
}
