'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { putBackCertificate } from '@/lib/features/certificate-rotation/actions';
import {
  type KeptCertificate,
  putBackInput,
  type SentCertificate,
} from '@/lib/features/certificate-rotation/schema';
import type { RotatedConnection } from './rotated-connection';
import { SentNotice } from './sent-notice';

type Props = LazyDialogProps & RotatedConnection & { kept: KeptCertificate[] };

/** Sends a certificate that was there before once more. */
export default function PutBack(props: Props) {
  const [sent, setSent] = useState<SentCertificate | null>(null);
  const one = props.kept.find(({ id }) => id === props.subject);
  if (sent) {
    return (
      <Dialog title="What happened" onClose={props.onClose}>
        <div className="px-5 pt-4 pb-5">
          <SentNotice sent={sent} />
        </div>
        <footer className="flex justify-end border-t border-line px-5 py-3">
          <Button onClick={props.onClose}>Close</Button>
        </footer>
      </Dialog>
    );
  }
  if (!one) {
    return (
      <MessageDialog title="This certificate is not in the list" onClose={props.onClose}>
        Load the page again to see what was kept.
      </MessageDialog>
    );
  }
  return <PutBackForm {...props} one={one} onSent={setSent} />;
}

function PutBackForm(props: Props & { one: KeptCertificate; onSent: (sent: SentCertificate) => void }) {
  const { environment, organizationId, connectionId, one, onSent, onClose } = props;
  const form = useActionForm({
    name: `connection.put_back_certificate:${one.id}`,
    environment,
    schema: putBackInput,
    defaultValues: { organizationId, connectionId, keptId: one.id },
    action: putBackCertificate,
    onSuccess: onSent,
  });
  const isExpired = one.expiresAt !== null && Date.parse(one.expiresAt) < Date.now();
  return (
    <FormDialog form={form} title="Put this certificate back?" submitLabel="Put back" onClose={onClose}>
      <Facts
        facts={[
          { term: 'Subject', value: <span className="wrap-anywhere">{one.subject}</span> },
          { term: 'Expires', value: <RelativeTime time={one.expiresAt} /> },
          {
            term: 'SHA-256',
            value: <code className="font-mono text-xs wrap-anywhere">{one.fingerprint}</code>,
          },
        ]}
      />
      <p>
        It is sent as a new one is: Scalekit adds it or replaces what is there, which is kept here first. What
        is there then is read again.
      </p>
      {isExpired ? (
        <Notice tone="warning" title="It has expired: sign-ins may be refused all the same." />
      ) : null}
    </FormDialog>
  );
}
