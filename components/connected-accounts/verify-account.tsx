'use client';

import { useState } from 'react';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { verifyConnectedAccountUser } from '@/lib/features/connected-accounts/actions';
import { verifyAccountInput } from '@/lib/features/connected-accounts/schema';
import type { OfAccount } from './dialogs';

const secretFields = ['authRequestId'];

/** Vouches for who consented, in place of the application that failed to. */
export default function VerifyAccount({
  environment,
  account,
  organizationId,
  onClose,
}: LazyDialogProps & OfAccount) {
  const [redirectUrl, setRedirectUrl] = useState('');
  const form = useActionForm({
    name: `connected_account.verify:${account.id}`,
    environment,
    schema: verifyAccountInput,
    defaultValues: { accountId: account.id, organizationId, authRequestId: '' },
    secretFields,
    action: verifyConnectedAccountUser,
    onSuccess: (data) => {
      announce('The person is verified.');
      if (data.redirectUrl) setRedirectUrl(data.redirectUrl);
      else onClose();
    },
  });
  if (redirectUrl) {
    return (
      <Dialog title="The person is verified" onClose={onClose}>
        <div className="flex flex-col gap-2 px-5 pt-4 pb-5">
          <p>Scalekit would send them on to this address:</p>
          <p className="flex items-start gap-1">
            <code className="font-mono text-xs wrap-anywhere">{redirectUrl}</code>
            <CopyButton text={redirectUrl} what="address" className="-my-1.5 shrink-0" />
          </p>
        </div>
        <footer className="flex justify-end border-t border-line px-5 py-3">
          <Button onClick={onClose}>Close</Button>
        </footer>
      </Dialog>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Verify ${account.identifier}`}
      description="You say in your application’s place that the person who has just consented is this one. From then on agents act with what was consented to."
      submitLabel="Verify user"
      onClose={onClose}
    >
      <TextField
        mono
        autoFocus
        name="authRequestId"
        label="auth_request_id"
        help="Your application was called with it after consent. It works once, for some minutes; Scalekit refuses one that belongs to somebody else."
      />
      <ApiCallPreview
        call={{
          method: 'POST',
          path: '/api/v1/connected_accounts/user/verify',
          body: { auth_request_id: '…', identifier: account.identifier },
        }}
      />
    </FormDialog>
  );
}
