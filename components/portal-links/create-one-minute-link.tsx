'use client';

import { useState } from 'react';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createRawPortalLink } from '@/lib/features/portal-links/actions';
import { createRawPortalLinkInput, type RawPortalLink } from '@/lib/features/portal-links/schema';
import type { WithFeatures } from './dialogs';
import { FeatureChoice } from './feature-choice';
import { OneMinuteLink } from './one-minute-link';

type Props = LazyDialogProps & WithFeatures;

/** Makes Scalekit's own link and shows it while it lives. */
export default function CreateOneMinuteLink({
  environment,
  organizationId,
  enabledFeatures,
  onClose,
}: Props) {
  const [link, setLink] = useState<RawPortalLink | null>(null);
  const form = useActionForm({
    name: `portal_link.create_raw:${organizationId}`,
    environment,
    schema: createRawPortalLinkInput,
    defaultValues: { organizationId, features: enabledFeatures ?? [] },
    action: createRawPortalLink,
    onSuccess: setLink,
  });
  const done = () => {
    setLink(null);
    onClose();
  };
  if (link) return <OneMinuteLink link={link} onAnother={() => setLink(null)} onDone={done} />;
  const features = form.form.watch('features').map((feature) => `features=${feature}`);
  return (
    <FormDialog
      form={form}
      title="Create one-minute link"
      description="For someone who is on the phone or in the chat right now. It opens once and dies after a minute; a mail scanner that follows it has used it up."
      submitLabel="Create one-minute link"
      onClose={onClose}
    >
      <FeatureChoice enabled={enabledFeatures} />
      <ApiCallPreview
        call={{
          method: 'PUT',
          path: `/api/v1/organizations/${organizationId}/portal_links?${features.join('&')}`,
        }}
      />
    </FormDialog>
  );
}
