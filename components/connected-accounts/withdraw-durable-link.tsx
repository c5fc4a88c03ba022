'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { revokeDurableLink } from '@/lib/features/connected-accounts/actions';
import { durableLinkInput } from '@/lib/features/connected-accounts/schema';
import type { OfAccount } from './dialogs';

type Props = LazyDialogProps & OfAccount;

/** Asks before a lasting link is closed, and says what cannot be closed with it. */
export default function WithdrawDurableLink(props: Props) {
  const { environment, account, organizationId, subject, onClose } = props;
  const form = useActionForm({
    name: `connected_account.revoke_durable_link:${subject}`,
    environment,
    schema: durableLinkInput,
    defaultValues: { accountId: account.id, organizationId, linkId: subject },
    action: revokeDurableLink,
    onSuccess: onClose,
  });
  return (
    <FormDialog danger form={form} title="Withdraw this link?" submitLabel="Withdraw link" onClose={onClose}>
      <p>Its page stops working at once and says that the link was withdrawn. There is no way back.</p>
      <p>
        A link of Scalekit’s that it made within the last minutes still works: there is no call to end it.
      </p>
    </FormDialog>
  );
}
