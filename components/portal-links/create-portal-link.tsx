'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createPortalLink } from '@/lib/features/portal-links/actions';
import { type CreatedPortalLink, createPortalLinkInput } from '@/lib/features/portal-links/schema';
import { formatExactTime } from '@/lib/format';
import type { WithFeatures } from './dialogs';
import { FeatureChoice } from './feature-choice';

type Props = LazyDialogProps & WithFeatures;

/** Makes a durable link and shows its URL, once. */
export default function CreatePortalLink({ environment, organizationId, enabledFeatures, onClose }: Props) {
  const [created, setCreated] = useState<CreatedPortalLink | null>(null);
  const form = useActionForm({
    name: `portal_link.create:${organizationId}`,
    environment,
    schema: createPortalLinkInput,
    defaultValues: {
      organizationId,
      features: enabledFeatures ?? [],
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
          It works until {formatExactTime(created.expiresAt)}. Whoever has it can change how this customer
          signs in: send it to their administrator only.
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
      <div className="grid grid-cols-2 gap-4">
        <TextField name="expiresInDays" label="Days until it expires" inputMode="numeric" help="1 to 30" />
        <TextField name="openLimit" label="Times it can be opened" inputMode="numeric" help="1 to 100" />
      </div>
      <TextField
        name="note"
        label="Note"
        optional
        maxLength={200}
        help="For colleagues: a ticket, a recipient. The customer does not see it."
      />
    </FormDialog>
  );
}
