'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import type { TokenSet } from '@/lib/features/token-exchange/schema';
import { ExchangeCode } from './exchange-code';
import { GrantedTokens } from './granted-tokens';
import { RefreshTokens } from './refresh-tokens';

type Props = { environment: string; inProduction: boolean };
type Received = { tokens: TokenSet; clientId: string };

/** Code for tokens, and a refresh token for new ones. What comes stands in this page's memory until it is closed. */
export function TokenExchange({ environment, inProduction }: Props) {
  const [received, setReceived] = useState<Received | null>(null);
  const [handed, setHanded] = useState<{ refreshToken: string; clientId: string } | null>(null);
  const receive = (tokens: TokenSet, clientId: string) => {
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
        <GrantedTokens
          environment={environment}
          tokens={received.tokens}
          onRefresh={(refreshToken) => {
            setReceived(null);
            setHanded({ refreshToken, clientId: received.clientId });
          }}
          onDone={() => setReceived(null)}
        />
      ) : null}
    </>
  );
}
