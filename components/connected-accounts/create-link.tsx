'use client';

import { useState } from 'react';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createMagicLink } from '@/lib/features/connected-accounts/actions';
import { createLinkInput, type MagicLink } from '@/lib/features/connected-accounts/schema';
import type { OfAccount } from './dialogs';
import { LiveLink } from './live-link';

/** Makes a link for one person and shows it while it lives. */
export default function CreateLink({
  environment,
  account,
  organizationId,
  onClose,
}: LazyDialogProps & OfAccount) {
  const [link, setLink] = useState<MagicLink | null>(null);
  const form = useActionForm({
    name: `connected_account.create_link:${account.id}`,
    environment,
    schema: createLinkInput,
    defaultValues: { accountId: account.id, organizationId, state: '', userVerifyUrl: '' },
    action: createMagicLink,
    onSuccess: setLink,
  });
  if (link) {
    const done = () => {
      setLink(null);
      onClose();
    };
    return <LiveLink link={link} onAnother={() => setLink(null)} onDone={done} />;
  }
  return (
    <FormDialog
      form={form}
      title={`Create a link for ${account.identifier}`}
      description={`With it they authorize ${account.connector}. It works once, for some minutes: for somebody who is there right now.`}
      submitLabel="Create link"
      onClose={onClose}
    >
      <TextField
        mono
        optional
        name="userVerifyUrl"
        label="Address of your application that verifies the person"
        help="They are sent there after consent, with an auth_request_id. Empty: the account is active at once."
      />
      <TextField mono optional name="state" label="State" help="Comes back to that address unchanged." />
      <ApiCallPreview
        call={{ method: 'POST', path: '/api/v1/connected_accounts/magic_link', body: { id: account.id } }}
      />
    </FormDialog>
  );
}
