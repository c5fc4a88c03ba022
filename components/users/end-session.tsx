'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { revokeSession } from '@/lib/features/users/actions';
import { type SessionRow, sessionInput } from '@/lib/features/users/schema';

type Props = LazyDialogProps & { environment: string; userId: string; rows: SessionRow[] };

/** Signs a person out on one device. */
export default function EndSession(props: Props) {
  const row = props.rows.find(({ id }) => id === props.subject);
  return row ? <EndForm {...props} row={row} /> : <GoneSession onClose={props.onClose} />;
}

function EndForm({ environment, userId, row, onClose }: Props & { row: SessionRow }) {
  const form = useActionForm({
    name: `session.revoke:${row.id}`,
    environment,
    schema: sessionInput,
    defaultValues: { userId, sessionId: row.id },
    action: revokeSession,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title="End this session?"
      submitLabel="End session"
      effects={[
        'The person is signed out on this device and has to sign in again.',
        'An access token that is out already works until it runs out, five minutes unless the policy says otherwise.',
      ]}
      call={{ method: 'POST', path: `/api/v1/sessions/${row.id}/revoke` }}
      onClose={onClose}
    >
      <Facts
        facts={[
          { term: 'Device', value: row.device },
          { term: 'Place', value: [row.place, row.ip].filter(Boolean).join(' · ') || 'not known' },
          { term: 'Last active', value: <RelativeTime time={row.lastActiveAt} /> },
        ]}
      />
    </ConfirmDialog>
  );
}

function GoneSession({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This session is not in the list" onClose={onClose}>
      It stands on another page of the list, or the filter hides it.
    </MessageDialog>
  );
}
