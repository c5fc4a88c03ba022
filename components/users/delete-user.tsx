'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteUser } from '@/lib/features/users/actions';
import { deleteUserInput, type UserDetail, type UserImpact } from '@/lib/features/users/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; user: UserDetail };

/** Deletes a user for good: effects counted live, the e-mail typed. */
export default function DeleteUser(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, user, onClose }: Props) {
  const router = useRouter();
  const impact = useLiveQuery<UserImpact>('users.impact', environment, { userId: user.id }, { staleTime: 0 });
  const form = useActionForm({
    name: `user.delete:${user.id}`,
    environment,
    schema: deleteUserInput,
    defaultValues: { userId: user.id, confirmEmail: '' },
    action: deleteUser,
    check: ({ confirmEmail }) => checkTyped('confirmEmail', confirmEmail, user.email),
    onSuccess: () => router.replace(paths.users(environment)),
  });
  const effects = impact.isPending
    ? ['Counting what goes with them…']
    : impact.data
      ? sentencesOf(impact.data)
      : ['What goes with them could not be counted.'];
  return (
    <ConfirmDialog
      form={form}
      title="Delete this user?"
      submitLabel="Delete user"
      effects={effects}
      call={{ method: 'DELETE', path: `/api/v1/users/${user.id}` }}
      fields={
        <TextField
          name="confirmEmail"
          label="Type the e-mail of the user"
          help={
            <>
              Exactly as it stands here:{' '}
              <strong className="font-mono text-xs wrap-anywhere text-text">{user.email}</strong>
            </>
          }
          spellCheck={false}
          autoComplete="off"
        />
      }
      onClose={onClose}
    >
      There is no way back. To take away one organization only, remove that membership instead.
    </ConfirmDialog>
  );
}

function sentencesOf({ memberships, activeSessions, apiKeys, passkeys }: UserImpact): string[] {
  const line = (what: string, count: number | null) =>
    count === null ? `${what}: could not be counted.` : `${what}: ${formatCount(count)}.`;
  return [
    line('Memberships that end', memberships),
    line('Active sessions that end', activeSessions),
    line('API keys that act as them and stop working', apiKeys),
    line('Passkeys that are removed', passkeys),
  ];
}
