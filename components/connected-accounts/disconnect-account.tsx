'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { disconnectConnectedAccount } from '@/lib/features/connected-accounts/actions';
import { accountInput } from '@/lib/features/connected-accounts/schema';
import type { OfAccount } from './dialogs';

/** Cuts agents off from one person's account; the record stays. */
export default function DisconnectAccount({
  environment,
  account,
  organizationId,
  onClose,
}: LazyDialogProps & OfAccount) {
  const form = useActionForm({
    name: `connected_account.disconnect:${account.id}`,
    environment,
    schema: accountInput,
    defaultValues: { accountId: account.id, organizationId },
    action: disconnectConnectedAccount,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Disconnect ${account.identifier}?`}
      submitLabel="Disconnect account"
      effects={[
        `Scalekit forgets the credentials: agents no longer act at ${account.provider || account.connector} as this person.`,
        'Lasting links to connect it are withdrawn.',
        'The record and its settings stay; with a new link the person connects again.',
        'What the provider itself has on record of the consent is not withdrawn there.',
      ]}
      call={{ method: 'POST', path: `/api/v1/connected_accounts/${account.id}:disconnect` }}
      onClose={onClose}
    >
      It counts from the next call of an agent on.
    </ConfirmDialog>
  );
}
