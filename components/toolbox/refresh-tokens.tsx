'use client';

import { useEffect } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { ReasonField } from '@/components/tools/reason-field';
import { returnFocusTo } from '@/components/ui/dialog-store';
import { Section } from '@/components/ui/section';
import { refreshTokens } from '@/lib/features/token-exchange/actions';
import { refreshTokensInput, type TokenSet } from '@/lib/features/token-exchange/schema';
import { ClientFields } from './client-fields';

type Props = {
  environment: string;
  inProduction: boolean;
  /** A token to start from, handed over in memory. */
  handed: { refreshToken: string; clientId: string } | null;
  onTokens: (tokens: TokenSet, clientId: string) => void;
};

const secretFields = ['refreshToken', 'clientSecret', 'clientId'];
const empty = { refreshToken: '', clientId: '', clientSecret: '', reason: '' };

/** New tokens for a refresh token, which they replace. */
export function RefreshTokens({ environment, inProduction, handed, onTokens }: Props) {
  const form = useActionForm({
    name: 'token.refresh',
    environment,
    schema: refreshTokensInput,
    defaultValues: empty,
    secretFields,
    action: refreshTokens,
    onSuccess: (tokens, { clientId }) => {
      // It is used up: a second try with it would end the sign-in's tokens.
      form.form.reset(empty);
      onTokens(tokens, clientId);
    },
  });
  const { setValue, setFocus } = form.form;
  useEffect(() => {
    if (!handed) return;
    setValue('refreshToken', handed.refreshToken);
    setValue('clientId', handed.clientId);
    setFocus('refreshToken');
    returnFocusTo(document.activeElement);
  }, [handed, setValue, setFocus]);
  return (
    <Section
      title="Refresh"
      description="Trades a refresh token for new tokens. It rotates: the one handed in stops working at once, also for the application that holds it."
    >
      <ActionForm
        form={form}
        footer={
          <div className="mt-4">
            <SubmitButton label="Refresh tokens" state={form.state} />
          </div>
        }
      >
        <TextField name="refreshToken" label="Refresh token" type="password" mono autoComplete="off" />
        <ClientFields />
        <ReasonField inProduction={inProduction} />
        <ApiCallPreview call={{ method: 'POST', path: '/oauth/token (grant_type=refresh_token)' }} />
      </ActionForm>
    </Section>
  );
}
