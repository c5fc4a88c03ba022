'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { revokeUserSessions } from '@/lib/features/users/actions';
import { type SessionRow, userInput } from '@/lib/features/users/schema';
import { formatQuantity } from '@/lib/format';
import type { Page } from '@/lib/page';

type Props = LazyDialogProps & { environment: string; userId: string; email: string };

/** Signs a person out everywhere. */
export default function EndAllSessions(props: Props) {
  return (
    <LiveQueries>
      <EndForm {...props} />
    </LiveQueries>
  );
}

function EndForm({ environment, userId, email, onClose }: Props) {
  const active = useLiveQuery<Page<SessionRow>>(
    'users.sessions',
    environment,
    { userId, status: 'active' },
    { staleTime: 0 },
  );
  const form = useActionForm({
    name: `session.revoke_all:${userId}`,
    environment,
    schema: userInput,
    defaultValues: { userId },
    action: revokeUserSessions,
    onSuccess: onClose,
  });
  const count = active.data?.total;
  return (
    <ConfirmDialog
      form={form}
      title={`End all sessions of ${email}?`}
      submitLabel="End all sessions"
      effects={[
        active.isPending
          ? 'Counting active sessions…'
          : count === undefined || count === null
            ? 'How many sessions are active could not be counted.'
            : `${formatQuantity(count, 'active session')} now, on every device and in every organization.`,
        'Access tokens that are out already work until they run out, five minutes unless a policy says otherwise.',
      ]}
      call={{ method: 'POST', path: `/api/v1/users/${userId}/sessions/revoke` }}
      onClose={onClose}
    >
      They have to sign in again. Their account, memberships and API keys stay.
    </ConfirmDialog>
  );
}
