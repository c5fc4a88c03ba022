'use client';

import { useEffect, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { ReasonField } from '@/components/tools/reason-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { exchangeCode } from '@/lib/features/token-exchange/actions';
import { exchangeCodeInput, readCallback, type TokenSet } from '@/lib/features/token-exchange/schema';
import { type CarriedSignIn, dropCarriedSignIn, readCarriedSignIn } from './carried-sign-in';
import { ClientFields } from './client-fields';

type Props = {
  environment: string;
  inProduction: boolean;
  onTokens: (tokens: TokenSet, clientId: string) => void;
};

const secretFields = ['code', 'codeVerifier', 'clientSecret', 'clientId', 'redirectUri'];
const empty = { code: '', redirectUri: '', codeVerifier: '', clientId: '', clientSecret: '', reason: '' };

/** Tokens for the code that a sign-in ended with. */
export function ExchangeCode({ environment, inProduction, onTokens }: Props) {
  const [carried, setCarried] = useState<CarriedSignIn | null>(null);
  const form = useActionForm({
    name: 'token.exchange_code',
    environment,
    schema: exchangeCodeInput,
    defaultValues: empty,
    secretFields,
    action: exchangeCode,
    check: ({ code }) => {
      const found = readCallback(code.trim());
      const state = typeof found === 'string' ? null : found.state;
      if (!carried?.state || state === null || state === carried.state) return null;
      const message =
        'The state in this address is not the one of your sign-in URL: it is the answer to another sign-in.';
      return { code: message };
    },
    onSuccess: (tokens, { clientId }) => {
      // Code and verifier are used up.
      forget();
      onTokens(tokens, clientId);
    },
  });
  const { reset, setValue } = form.form;
  const forget = () => {
    dropCarriedSignIn(environment);
    setCarried(null);
    reset(empty);
  };
  useEffect(() => {
    const found = readCarriedSignIn(environment);
    if (!found) return;
    setCarried(found);
    setValue('redirectUri', found.redirectUri);
    setValue('codeVerifier', found.verifier);
    setValue('clientId', found.clientId);
  }, [environment, setValue]);
  return (
    <Section
      title="Exchange a code"
      description="What an application’s server does at the end of a sign-in: it hands the code in and gets tokens. A code works once, for about ten minutes."
    >
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Exchange code" state={form.state} />
          </div>
        }
      >
        {carried ? (
          <Notice tone="info" title="Carried over from your sign-in URL">
            <p>Redirect URI, client id and verifier are filled in; the state is compared with the address.</p>
            <Button size="small" className="mt-1" onClick={forget}>
              Forget them
            </Button>
          </Notice>
        ) : null}
        <TextField
          name="code"
          label="Code, or the address it came in"
          multiline
          mono
          help="The whole address that Scalekit sent the browser back to will do, even where no page answered there."
        />
        <TextField
          name="redirectUri"
          label="Redirect URI"
          mono
          help="The same as in the sign-in URL, to the letter."
        />
        <TextField
          name="codeVerifier"
          label="Code verifier"
          type="password"
          optional
          mono
          autoComplete="off"
          help="Needed where the sign-in URL held a code_challenge (PKCE)."
        />
        <ClientFields />
        <ReasonField inProduction={inProduction} />
        <ApiCallPreview call={{ method: 'POST', path: '/oauth/token (grant_type=authorization_code)' }} />
      </ActionForm>
    </Section>
  );
}
