'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { ChoiceField } from '@/components/forms/choice-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { ReasonField } from '@/components/tools/reason-field';
import { announce } from '@/components/ui/announce';
import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { Notice } from '@/components/ui/notice';
import { updatePendingLogin } from '@/lib/features/pending-logins/actions';
import { type UpdatedLogin, updatePendingLoginInput } from '@/lib/features/pending-logins/schema';
import { PersonDetails } from './person-details';

type Props = { environment: string; inProduction: boolean };

const empty = {
  ...{ connectionId: '', loginRequestId: '', outcome: 'signed_in' as const, sub: '', email: '' },
  ...{ emailVerified: false, name: '', givenName: '', familyName: '', preferredUsername: '' },
  ...{ phoneNumber: '', phoneNumberVerified: false, picture: '', gender: '', locale: '' },
  ...{ groups: '', roles: '', organizationExternalId: '', organizationExternalName: '' },
  ...{ customAttributes: '', reason: '' },
};
// Who signs in is nobody's draft.
const secretFields = Object.keys(empty).filter((name) => !['outcome', 'reason'].includes(name));

const outcomes = [
  { value: 'signed_in', label: 'This person signed in' },
  {
    value: 'failed',
    label: 'The sign-in failed',
    hint: 'The client gets access_denied; nothing of the person is needed.',
  },
];

/** Answers a sign-in that waits at a login page of one's own (bring your own auth). */
export function PendingLogin({ environment, inProduction }: Props) {
  const [updated, setUpdated] = useState<UpdatedLogin | null>(null);
  const form = useActionForm({
    name: 'pending_login.update',
    environment,
    schema: updatePendingLoginInput,
    defaultValues: empty,
    secretFields,
    action: updatePendingLogin,
    check: () => {
      setUpdated(null);
      return null;
    },
    onSuccess: (login) => {
      setUpdated(login);
      announce('Scalekit was told.');
    },
  });
  const [connection = '', login = ''] = useWatch({
    control: form.form.control,
    name: ['connectionId', 'loginRequestId'],
  });
  const path = `/api/v1/connections/${connection || '{connection_id}'}/auth-requests/${login || '{login_request_id}'}/user`;
  return (
    <div className="max-w-3xl">
      <p className="measure mb-6 text-quiet">
        Where people sign in at a login page of your own, that page tells Scalekit who they are. Here you say
        it in its place: the browser that waits is then signed in as this person.
      </p>
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Tell Scalekit" state={form.state} />
          </div>
        }
      >
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            name="connectionId"
            label="Connection id"
            mono
            help="connection_id in the address of the login page."
          />
          <TextField
            name="loginRequestId"
            label="Login request id"
            mono
            help="login_request_id there. It waits some minutes."
          />
        </div>
        <ChoiceField name="outcome" label="What happened" pick="one" options={outcomes} />
        <PersonDetails />
        <ReasonField inProduction={inProduction} />
        <ApiCallPreview call={{ method: 'POST', path }} />
        {updated ? (
          <Notice live tone="success" title="Scalekit has it">
            <p className="mb-2">
              The browser goes on when the login page sends it back to Scalekit, with the state it was opened
              with. Until then it can be told again.
            </p>
            <Facts
              facts={[
                {
                  term: 'Auth request',
                  value: <MonoId id={updated.authRequestId} what="auth request id" />,
                },
              ]}
            />
          </Notice>
        ) : null}
      </ActionForm>
    </div>
  );
}
