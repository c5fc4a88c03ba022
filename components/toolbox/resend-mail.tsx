'use client';

import { useEffect } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { Section } from '@/components/ui/section';
import { resendPasswordless } from '@/lib/features/passwordless/actions';
import { resendPasswordlessInput, type SentMail } from '@/lib/features/passwordless/schema';
import type { Sent } from './passwordless';

type Props = { environment: string; sent: Sent | null; onSent: (mail: SentMail) => void };

/** The same mail once more. What the one before held stops working. */
export function ResendMail({ environment, sent, onSent }: Props) {
  const form = useActionForm({
    name: 'passwordless.resend',
    environment,
    schema: resendPasswordlessInput,
    defaultValues: { authRequestId: '' },
    action: resendPasswordless,
    onSuccess: onSent,
  });
  const { reset } = form.form;
  useEffect(() => {
    if (sent) reset({ authRequestId: sent.authRequestId });
  }, [sent, reset]);
  return (
    <Section
      title="Send again"
      description="To the same address, with a new code. The one before may stop working. Scalekit limits how often; it then says so here, and nothing was sent."
    >
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Resend mail" state={form.state} />
          </div>
        }
      >
        <TextField name="authRequestId" label="Auth request id to send again" mono />
        <ApiCallPreview call={{ method: 'POST', path: '/api/v1/passwordless/email/resend' }} />
      </ActionForm>
    </Section>
  );
}
