'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { createPortalLink } from '@/lib/features/portal-links/actions';
import { type CreatedPortalLink, createPortalLinkInput } from '@/lib/features/portal-links/schema';
import { formatExactTime } from '@/lib/format';
import type { WithCodes, WithFeatures } from './dialogs';
import { FeatureChoice } from './feature-choice';

type Props = LazyDialogProps & WithFeatures & WithCodes;

/** Makes a durable link and shows its URL, once. */
export default function CreatePortalLink(props: Props) {
  const { environment, organizationId, enabledFeatures, asksForCode, onClose } = props;
  const [created, setCreated] = useState<CreatedPortalLink | null>(null);
  const form = useActionForm({
    name: `portal_link.create:${organizationId}`,
    environment,
    schema: createPortalLinkInput,
    defaultValues: {
      organizationId,
      features: enabledFeatures ?? [],
      recipientName: '',
      recipientEmail: '',
      expiresInDays: 7,
      openLimit: 10,
      note: '',
    },
    action: createPortalLink,
    onSuccess: setCreated,
  });
  const done = () => {
    setCreated(null);
    onClose();
  };
  if (created) {
    return (
      <RevealOnce title="Portal link" what="portal link" secret={created.url} onDone={done}>
        <p>
          It works until {formatExactTime(created.expiresAt)}.{' '}
          {asksForCode
            ? `Before it opens, it asks for a code that goes to ${form.form.getValues('recipientEmail')}.`
            : 'It asks for no code: whoever has it can change how this customer signs in. Send it to the recipient only.'}
        </p>
      </RevealOnce>
    );
  }
  return (
    <FormDialog
      form={form}
      title="Create portal link"
      description="A page with a button. Each press makes a fresh Scalekit link, so mail scanners cannot use it up."
      submitLabel="Create portal link"
      onClose={onClose}
    >
      <FeatureChoice enabled={enabledFeatures} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="recipientName" label="Recipient" autoComplete="off" />
        <TextField name="recipientEmail" label="Recipient’s e-mail" type="email" autoComplete="off" />
      </div>
      <CodeNotice asksForCode={asksForCode} />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="expiresInDays" label="Days until it expires" inputMode="numeric" help="1 to 30" />
        <TextField name="openLimit" label="Times it can be opened" inputMode="numeric" help="1 to 100" />
      </div>
      <TextField
        name="note"
        label="Note"
        optional
        maxLength={200}
        help="For colleagues: a ticket, a reason. The customer does not see it."
      />
    </FormDialog>
  );
}

/** What stands between the link and the portal, which depends on whether this console can send mail. */
function CodeNotice({ asksForCode }: { asksForCode: boolean }) {
  if (asksForCode) {
    return (
      <p className="text-table text-quiet">
        The page first sends a code to this address. You get a mail when the link is opened for the first
        time.
      </p>
    );
  }
  return (
    <Notice tone="warning" title="No code is asked.">
      This console has no mail server, so the link opens to whoever has it.
    </Notice>
  );
}
