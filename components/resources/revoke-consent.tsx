'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { revokeConsent } from '@/lib/features/resources/actions';
import { type ConsentRow, revokeConsentInput } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; consents: ConsentRow[] };

/** Takes back what a person let a client do. */
export default function RevokeConsent(props: Props) {
  const consent = props.consents.find(({ id }) => id === props.subject);
  if (consent) return <RevokeForm {...props} consent={consent} />;
  return (
    <MessageDialog title="This consent is not on this page" onClose={props.onClose}>
      It may have been taken back already.
    </MessageDialog>
  );
}

function RevokeForm({ environment, consent, onClose }: Props & { consent: ConsentRow }) {
  const form = useActionForm({
    name: `consent.revoke:${consent.id}`,
    environment,
    schema: revokeConsentInput,
    defaultValues: { clientId: consent.clientId, consentId: consent.id },
    action: revokeConsent,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Revoke the consent of ${isolate(consent.person)}?`}
      submitLabel="Revoke consent"
      effects={[`${isolate(consent.clientName)} has to ask this person again before it gets another token.`]}
      call={{ method: 'DELETE', path: `/api/v1/clients/${consent.clientId}/consents/${consent.id}` }}
      onClose={onClose}
    >
      The person can consent again at any time.
    </ConfirmDialog>
  );
}
