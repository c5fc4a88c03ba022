'use server';
import { exchangeGrant } from '@/lib/scalekit/grant';
import { defineAction } from '@/lib/server/define-action';
import { requireReason } from '@/lib/server/require-reason';
import { exchangeCodeInput, readCallback, refreshTokensInput, type TokenSet } from './schema';

const application = ({ clientId }: { clientId: string }) => ({
  type: 'application',
  id: clientId || undefined,
});

/** POST /oauth/token with a code, which is used up by it. The tokens go to the browser once and are kept nowhere. */
export const exchangeCode = defineAction({
  permission: 'token.exchange_code',
  input: exchangeCodeInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: ({ code, redirectUri, codeVerifier, ...client }, { environment }): Promise<TokenSet> => {
    const found = readCallback(code);
    const grant = { code: typeof found === 'string' ? code : found.code, redirectUri, codeVerifier };
    return exchangeGrant(environment, { kind: 'code', ...grant }, client);
  },
  audit: { target: application, details: () => ({}), reason: ({ reason }) => reason },
  refresh: false,
});

/** POST /oauth/token with a refresh token, which the new one replaces. */
export const refreshTokens = defineAction({
  permission: 'token.refresh',
  input: refreshTokensInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: ({ refreshToken, ...client }, { environment }): Promise<TokenSet> =>
    exchangeGrant(environment, { kind: 'refresh', refreshToken }, client),
  audit: { target: application, details: () => ({}), reason: ({ reason }) => reason },
  refresh: false,
});
