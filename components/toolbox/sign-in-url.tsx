'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { SnippetView } from '@/components/code-snippets/snippet-view';
import { LocalForm } from '@/components/forms/local-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { OauthBase } from '@/lib/features/oauth-urls/queries';
import { buildSignInUrl, explainChoice, signInUrlInput } from '@/lib/features/oauth-urls/schema';
import { paths } from '@/lib/paths';
import { BuiltUrl } from './built-url';
import { carrySignIn } from './carried-sign-in';
import { makePkcePair, type PkcePair, randomText } from './pkce';
import { BaseFields, ChoosingFields } from './sign-in-fields';

const empty = {
  redirect_uri: '',
  scope: 'openid profile email',
  state: '',
  nonce: '',
  provider: '',
  connection_id: '',
  organization_id: '',
  domain: '',
  login_hint: '',
  prompt: '',
  code_challenge: '',
} as const;

/** Builds the address that begins a sign-in. Nothing is sent until it is opened. */
export function SignInUrl({ environment, base }: { environment: string; base: OauthBase }) {
  const form = useForm({
    resolver: zodResolver(signInUrlInput),
    mode: 'onChange',
    defaultValues: { ...empty, client_id: base.clientId },
  });
  const [pair, setPair] = useState<PkcePair | null>(null);
  const values = form.watch();
  const { state, client_id: clientId, redirect_uri: redirectUri } = values;
  useEffect(() => {
    if (pair) carrySignIn(environment, { verifier: pair.verifier, state, clientId, redirectUri });
  }, [environment, pair, state, clientId, redirectUri]);
  const parsed = signInUrlInput.safeParse(values);
  const fill = async () => {
    const made = await makePkcePair();
    setPair(made);
    form.setValue('code_challenge', made.challenge);
    form.setValue('state', randomText(16));
    form.setValue('nonce', randomText(16));
    announce('PKCE, state and nonce were made.');
  };
  return (
    <LocalForm form={form}>
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-2">
        <div>
          <Section title="The request">
            <div className="flex flex-col gap-4">
              <BaseFields />
              <div>
                <Button onClick={fill}>Make PKCE, state and nonce</Button>
              </div>
              {pair ? (
                <Notice tone="info" title="Keep the code verifier for the exchange of the code">
                  <span className="flex items-center gap-1">
                    <code data-secret="" className="font-mono text-xs wrap-anywhere">
                      {pair.verifier}
                    </code>
                    <CopyButton text={pair.verifier} what="code verifier" />
                  </span>
                  It was made in this browser and is in no address. This tab keeps it for the exchange, with
                  state and redirect URI, until it is closed.
                  <LinkButton
                    href={paths.tokenExchange(environment)}
                    size="small"
                    className="mt-2 flex w-fit"
                  >
                    To the exchange of the code
                  </LinkButton>
                </Notice>
              ) : null}
            </div>
          </Section>
        </div>
        <div>
          <Section title="The way in" description={explainChoice(values)}>
            <div className="flex flex-col gap-4">
              <ChoosingFields />
            </div>
          </Section>
        </div>
      </div>
      <BuiltUrl
        url={parsed.success ? buildSignInUrl(base.url, parsed.data) : null}
        what="sign-in address"
        openLabel="Open in a new tab"
      />
      <Section title="As code">
        <SnippetView
          languages={['node', 'python', 'go']}
          of={{
            operation: 'oauth.authorize',
            routes: [{ verb: 'GET', path: '/oauth/authorize', body: '' }],
            base: base.url,
            input: sdkOptions(values),
          }}
        />
      </Section>
    </LocalForm>
  );
}

// The SDKs know the client, and call two of the parameters otherwise.
function sdkOptions({ client_id: _, scope, domain, ...rest }: Record<string, string | undefined>) {
  const options = { ...rest, domain_hint: domain, scopes: scope?.split(/\s+/).filter(Boolean) };
  const set = Object.entries(options).filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(set);
}
