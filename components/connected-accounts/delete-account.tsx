'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { announce } from '@/components/ui/announce';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteConnectedAccount } from '@/lib/features/connected-accounts/actions';
import { deleteAccountInput } from '@/lib/features/connected-accounts/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { OfAccount } from './dialogs';

type Props = LazyDialogProps & OfAccount;

/** Deletes an account for good: what goes with it counted, its identifier typed. */
export default function DeleteAccount(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, account, organizationId, onClose }: Props) {
  const router = useRouter();
  const { id: accountId, identifier, connector } = account;
  const impact = useLiveQuery<{ tools: number | null }>(
    'connectedAccounts.impact',
    environment,
    { accountId, organizationId },
    { staleTime: 0 },
  );
  const form = useActionForm({
    name: `connected_account.delete:${accountId}`,
    environment,
    schema: deleteAccountInput,
    defaultValues: { accountId, organizationId, confirmName: '' },
    action: deleteConnectedAccount,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, identifier),
    onSuccess: () => {
      announce('The account is deleted.');
      router.replace(
        organizationId
          ? paths.organizationAccounts(environment, organizationId)
          : paths.connectedAccounts(environment),
      );
    },
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete the account of ${identifier}?`}
      submitLabel="Delete account"
      effects={[
        impact.isPending ? 'Counting what goes with it…' : toolWords(impact.data?.tools ?? null),
        'Credentials, settings and open links go with it.',
        `To use ${connector} again the person needs a new account and consents anew.`,
      ]}
      call={{ method: 'POST', path: '/api/v1/connected_accounts:delete', body: { id: accountId } }}
      fields={<TypedConfirmation name="confirmName" expected={identifier} what="account" />}
      onClose={onClose}
    >
      There is no way back. To cut agents off and keep the record, disconnect it.
    </ConfirmDialog>
  );
}

function toolWords(tools: number | null): string {
  if (tools === null) return 'How many tools agents lose could not be counted.';
  return tools === 0
    ? 'Agents can run no tool as this person through it today.'
    : `Agents lose ${formatQuantity(tools, 'tool')} that they can run as this person.`;
}
