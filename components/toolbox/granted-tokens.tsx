'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { RevealDialog } from '@/components/forms/reveal-dialog';
import { SecretFrame } from '@/components/forms/secret-frame';
import { handToken } from '@/components/token-inspector/handed-token';
import { Button } from '@/components/ui/button';
import type { TokenSet } from '@/lib/features/token-exchange/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = {
  environment: string;
  tokens: TokenSet;
  onRefresh: (refreshToken: string) => void;
  onDone: () => void;
};

/** The tokens of a sign-in, each hidden until somebody asks, with what it is for. */
export function GrantedTokens({ environment, tokens, onRefresh, onDone }: Props) {
  const router = useRouter();
  const { accessToken, idToken, refreshToken, expiresInSeconds, scope } = tokens;
  const inspect = (token: string, what: string) => (
    <Button
      aria-label={`Inspect ${what}`}
      onClick={() => {
        handToken(token);
        onDone();
        router.push(paths.tokenInspector(environment));
      }}
    >
      Inspect
    </Button>
  );
  return (
    <RevealDialog
      title="Tokens received"
      what="the tokens"
      warning="These tokens are shown only now."
      note="Whoever holds them acts as the person who signed in. Keydesk does not keep them. “Inspect” leaves this view: copy first what you still need."
      doneLabel="I have stored them"
      width="wide"
      onDone={onDone}
    >
      <Token
        title="Access token"
        purpose={`For your own API, with each request: who asks, for which organization, with which roles and permissions. It ends in ${formatQuantity(expiresInSeconds, 'second')} and cannot be taken back.`}
      >
        <SecretFrame
          masked
          what="access token"
          secret={accessToken}
          beside={inspect(accessToken, 'access token')}
        />
      </Token>
      <Token
        title="ID token"
        purpose="For the application itself: who signed in, when and by which connection. It opens nothing; it also names the session at the sign-out URL."
      >
        {idToken ? (
          <SecretFrame masked what="ID token" secret={idToken} beside={inspect(idToken, 'ID token')} />
        ) : (
          <p className="text-table text-quiet">None came. A sign-in gives one for the scope openid.</p>
        )}
      </Token>
      <Token
        title="Refresh token"
        purpose="For the application’s server alone: it gets new tokens until the session ends. Each works once; used twice, Scalekit ends all that came from this sign-in."
      >
        {refreshToken ? (
          <SecretFrame
            masked
            what="refresh token"
            secret={refreshToken}
            beside={<Button onClick={() => onRefresh(refreshToken)}>Refresh with it</Button>}
          />
        ) : (
          <p className="text-table text-quiet">
            None came. A sign-in gives one for the scope offline_access.
          </p>
        )}
      </Token>
      {scope ? <p className="text-table text-quiet wrap-anywhere">Scopes: {scope}</p> : null}
    </RevealDialog>
  );
}

type TokenProps = { title: string; purpose: string; children: ReactNode };

function Token({ title, purpose, children }: TokenProps) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <p className="measure mb-2 text-table text-quiet">{purpose}</p>
      {children}
    </section>
  );
}
