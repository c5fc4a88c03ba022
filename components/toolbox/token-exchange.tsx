'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { announce } from '@/components/ui/announce';
import { returnFocusTo } from '@/components/ui/dialog-store';
import type { TokenSet } from '@/lib/features/token-exchange/schema';
import { ExchangeCode } from './exchange-code';
import { RefreshTokens } from './refresh-tokens';

const loadTokens = () => import('./granted-tokens').then((module) => ({ default: module.GrantedTokens }));
const GrantedTokens = lazy(loadTokens);

type Props = { environment: string; inProduction: boolean };
type Received = { tokens: TokenSet; clientId: string };

/** Code for tokens, and a refresh token for new ones. What comes stands in this page's memory until it is closed. */
export function TokenExchange({ environment, inProduction }: Props) {
  const [received, setReceived] = useState<Received | null>(null);
  const [handed, setHanded] = useState<{ refreshToken: string; clientId: string } | null>(null);
  useEffect(() => {
    // Loaded ahead: were it lost on the way, the tokens would be lost with it.
    void loadTokens();
  }, []);
  const receive = (tokens: TokenSet, clientId: string) => {
    returnFocusTo(document.activeElement);
    setHanded(null);
    setReceived({ tokens, clientId });
    announce('Tokens were received.');
  };
  return (
    <>
      <div className="grid gap-x-10 gap-y-8 wide:grid-cols-2">
        <div>
          <ExchangeCode environment={environment} inProduction={inProduction} onTokens={receive} />
        </div>
        <div>
          <RefreshTokens
            environment={environment}
            inProduction={inProduction}
            handed={handed}
            onTokens={receive}
          />
        </div>
      </div>
      {received ? (
        <Suspense fallback={null}>
          <GrantedTokens
            environment={environment}
            tokens={received.tokens}
            onRefresh={(refreshToken) => {
              setReceived(null);
              setHanded({ refreshToken, clientId: received.clientId });
            }}
            onDone={() => setReceived(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
