'use client';

import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { ChoiceField } from '@/components/forms/choice-field';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { Section } from '@/components/ui/section';
import { sendPasswordless } from '@/lib/features/passwordless/actions';
import { type SentMail, sendPasswordlessInput } from '@/lib/features/passwordless/schema';

type Props = { environment: string; onSent: (mail: SentMail) => void };

const secretFields = ['state', 'templateVariables.*.value'];

const kinds = [
  { value: 'SIGNIN', label: 'Sign in' },
  { value: 'SIGNUP', label: 'Sign up' },
];

/** Sends a mail with a code, a link or both; the environment's settings say which. */
export function SendMail({ environment, onSent }: Props) {
  const form = useActionForm({
    name: 'passwordless.send',
    environment,
    schema: sendPasswordlessInput,
    defaultValues: {
      ...{ email: '', template: 'SIGNIN', magiclinkAuthUri: '', state: '', expiresIn: '' },
      templateVariables: [],
    },
    secretFields,
    action: sendPasswordless,
    onSuccess: onSent,
  });
  return (
    <Section
      title="Send"
      description="A real mail to whoever has this address. What it holds works once, takes five tries within ten minutes, and lives five minutes where nothing else is said."
    >
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Send mail" state={form.state} />
          </div>
        }
      >
        <TextField name="email" label="E-mail address" type="email" />
        <ChoiceField name="template" label="What the mail is for" pick="one" options={kinds} />
        <TextField
          name="magiclinkAuthUri"
          label="Address that the link opens"
          optional
          mono
          help="It gets link_token added. Needed where the environment sends links."
        />
        <TextField
          name="state"
          label="State"
          optional
          mono
          help="Comes back unchanged when the mail is verified."
        />
        <TextField
          name="expiresIn"
          label="It lives (seconds)"
          optional
          inputMode="numeric"
          help="From 30 to 86,400; empty is 300."
        />
        <KeyValueFields
          name="templateVariables"
          label="Variables of the template"
          noun="variable"
          limit={30}
          help="What your own template names. Scalekit fills in otp, link and expiry_time itself."
        />
        <ApiCallPreview call={{ method: 'POST', path: '/api/v1/passwordless/email/send' }} />
      </ActionForm>
    </Section>
  );
}
