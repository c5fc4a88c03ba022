'use client';

import { useEffect, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { ReasonField } from '@/components/tools/reason-field';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { verifyPasswordless } from '@/lib/features/passwordless/actions';
import { type ProvedAddress, proofTypes, verifyPasswordlessInput } from '@/lib/features/passwordless/schema';
import { isolate } from '@/lib/isolate';
import type { Sent } from './passwordless';

type Props = { environment: string; inProduction: boolean; sent: Sent | null };

const secretFields = ['code', 'linkToken'];
const empty = { authRequestId: '', code: '', linkToken: '', reason: '' };

/** Takes a code or a link for proof of an address, as an application does. */
export function VerifyProof({ environment, inProduction, sent }: Props) {
  const [proved, setProved] = useState<ProvedAddress | null>(null);
  const form = useActionForm({
    name: 'passwordless.verify',
    environment,
    schema: verifyPasswordlessInput,
    defaultValues: empty,
    secretFields,
    action: verifyPasswordless,
    check: () => {
      setProved(null);
      return null;
    },
    onSuccess: (address) => {
      form.form.reset(empty);
      setProved(address);
    },
  });
  const { setValue } = form.form;
  useEffect(() => {
    if (!sent) return;
    setProved(null);
    setValue('authRequestId', sent.authRequestId);
  }, [sent, setValue]);
  return (
    <Section
      title="Verify"
      description="Uses a code or a link up, as an application does. The person it was sent to cannot use it any more."
    >
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Verify" state={form.state} />
          </div>
        }
      >
        <TextField
          name="authRequestId"
          label="Auth request id"
          mono
          help="A code needs it; a link only where the same browser is enforced."
        />
        <TextField name="code" label="Code" mono autoComplete="off" help="Or the link below." />
        <TextField
          name="linkToken"
          label="Link"
          mono
          autoComplete="off"
          help="The address in the mail, or its link_token."
        />
        <ReasonField inProduction={inProduction} />
        <ApiCallPreview call={{ method: 'POST', path: '/api/v1/passwordless/email/verify' }} />
        {proved ? (
          <Notice live tone="success" title={`It proves ${isolate(proved.email)}`}>
            <Facts
              facts={[
                { term: 'By', value: proved.provedBy ? proofTypes[proved.provedBy] : 'not known' },
                { term: 'For', value: proved.template === 'SIGNUP' ? 'sign up' : 'sign in' },
                { term: 'State', value: proved.state ?? 'none' },
              ]}
            />
          </Notice>
        ) : null}
      </ActionForm>
    </Section>
  );
}
