'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { createDurableLink } from '@/lib/features/connected-accounts/actions';
import { type CreatedDurableLink, createDurableLinkInput } from '@/lib/features/connected-accounts/schema';
import { formatExactTime } from '@/lib/format';
import type { OfAccount } from './dialogs';

type Props = LazyDialogProps & OfAccount & { asksForCode: boolean };

/** Makes a lasting link and shows its URL, once. */
export default function CreateDurableLink(props: Props) {
  const { environment, account, organizationId, asksForCode, onClose } = props;
  const [created, setCreated] = useState<CreatedDurableLink | null>(null);
  const form = useActionForm({
    name: `connected_account.create_durable_link:${account.id}`,
    environment,
    schema: createDurableLinkInput,
    defaultValues: {
      accountId: account.id,
      organizationId,
      recipientEmail: account.identifier.includes('@') ? account.identifier : '',
      expiresInDays: 7,
      openLimit: 10,
    },
    action: createDurableLink,
    onSuccess: setCreated,
  });
  if (created) {
    const done = () => {
      setCreated(null);
      onClose();
    };
    return (
      <RevealOnce title="Lasting link" what="link" secret={created.url} onDone={done}>
        <p>
          It works until {formatExactTime(created.expiresAt)}.{' '}
          {asksForCode
            ? `Each time it asks for a code that goes to ${form.form.getValues('recipientEmail')}.`
            : 'It asks for no code: whoever has it can connect an account in this name. Send it to this person only.'}
        </p>
      </RevealOnce>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Create a lasting link for ${account.identifier}`}
      description="A page with a button. Each press makes a fresh link of Scalekit’s, so mail scanners cannot use it up."
      submitLabel="Create lasting link"
      onClose={onClose}
    >
      <TextField name="recipientEmail" label="Recipient’s e-mail" type="email" autoComplete="off" />
      {asksForCode ? (
        <p className="text-table text-quiet">
          Before it leads on, its page mails a code of six digits to this address.
        </p>
      ) : (
        <Notice tone="warning" title="This console sends no mail, so the page asks for no code">
          Whoever has the link can connect an account in this name until it is withdrawn.
        </Notice>
      )}
      <div className="grid grid-cols-2 gap-4">
        <TextField name="expiresInDays" label="Days until it expires" inputMode="numeric" help="1 to 30" />
        <TextField name="openLimit" label="Times it can be opened" inputMode="numeric" help="1 to 100" />
      </div>
    </FormDialog>
  );
}
