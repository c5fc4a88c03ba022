'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { revealCredentials } from '@/lib/features/connected-accounts/actions';
import { type RevealedPart, revealInput } from '@/lib/features/connected-accounts/schema';
import type { OfAccount } from './dialogs';
import { RevealedParts } from './revealed-parts';

/** Asks why, then shows the live credentials once. They live in this component's state and nowhere else. */
export default function RevealCredentials({
  environment,
  account,
  organizationId,
  onClose,
}: LazyDialogProps & OfAccount) {
  const [parts, setParts] = useState<RevealedPart[] | null>(null);
  const form = useActionForm({
    name: `connected_account.reveal_credentials:${account.id}`,
    environment,
    schema: revealInput,
    defaultValues: { accountId: account.id, organizationId, reason: '' },
    action: revealCredentials,
    onSuccess: setParts,
  });
  if (parts) {
    const done = () => {
      setParts(null);
      onClose();
    };
    return <RevealedParts identifier={account.identifier} parts={parts} onDone={done} />;
  }
  return (
    <FormDialog
      form={form}
      title={`Show the credentials of ${account.identifier}?`}
      submitLabel="Show credentials"
      onClose={onClose}
    >
      <Notice tone="warning" title="With these anybody acts as this person">
        They are live. Most questions are answered without them: the state, the times and a new link are on
        the page. Your name and reason go into the staff log before they are read.
      </Notice>
      <TextField autoFocus name="reason" label="Reason" help="Goes into the staff log." />
    </FormDialog>
  );
}
