import { z } from 'zod';
import { handleAuthorize, issueCode } from './authorize-endpoint';
import type { OauthContext } from './context';
import { findClient } from './context';
import { discoveryDocument } from './discovery';
import { handleLogout } from './logout-endpoint';
import { errorResponse, OauthError } from './oauth-error';
import { createSigningKey, type SigningKey } from './signing-key';
import { createState, restoreState, type StateSnapshot, snapshotState } from './state';
import { handleToken } from './token-endpoint';
import { issueClientToken, verifyClientToken } from './tokens';
import type { NewCode, OauthOptions } from './types';
import { handleUserinfo } from './userinfo-endpoint';

export type Oauth = {
  /** The answer to a request, or null when its path belongs to somebody else. */
  handle(request: Request): Promise<Response | null>;
  /** Who an API token speaks for, or null; tokens of people do not count. */
  verifyAccessToken(token: string): Promise<{ clientId: string } | null>;
  /** An API token without going through the token endpoint. Throws for an unknown client. */
  issueClientToken(clientId: string): Promise<string>;
  /** API tokens given out until now are refused, as if their time had run out. */
  expireClientTokens(): void;
  /** A JWT by the issuer's key. */
  signToken: SigningKey['sign'];
  /** A code for someone whom `endUsers` has signed in. */
  issueCode(grant: NewCode): string;
  /** Plain JSON: the signing key, the sessions and the refresh tokens. */
  snapshot(): unknown;
  restore(data: unknown): void;
};

type Endpoint = (context: OauthContext, request: Request) => Response | Promise<Response>;

const endpoints: Record<string, Record<string, Endpoint>> = {
  '/oauth/token': { POST: handleToken },
  '/oauth/authorize': { GET: handleAuthorize, POST: handleAuthorize },
  '/oidc/logout': { GET: handleLogout, POST: handleLogout },
  '/userinfo': { GET: handleUserinfo, POST: handleUserinfo },
  '/keys': { GET: async ({ key }) => Response.json(await key.jwks()) },
  '/.well-known/openid-configuration': { GET: ({ issuer }) => Response.json(discoveryDocument(issuer())) },
};

/** The emulator's authorization server: API tokens for applications, OpenID Connect for people. */
export function createOauth(options: OauthOptions): Oauth {
  const context: OauthContext = {
    ...options,
    key: createSigningKey(options.issuer, options.now, options.signingKey),
    state: createState(),
  };
  return {
    async handle(request) {
      const methods = endpoints[new URL(request.url).pathname];
      if (!methods) return null;
      const endpoint = methods[request.method];
      if (!endpoint)
        return new Response(null, { status: 405, headers: { allow: Object.keys(methods).join(', ') } });
      try {
        return await endpoint(context, request);
      } catch (error) {
        if (error instanceof OauthError) return errorResponse(error);
        throw error;
      }
    },
    verifyAccessToken: (token) => verifyClientToken(context, token),
    async issueClientToken(clientId) {
      const client = findClient(context, clientId);
      if (!client) throw new Error(`No client ${clientId} is registered.`);
      return (await issueClientToken(context, client)).access_token;
    },
    expireClientTokens() {
      context.state.clientTokensAfter = context.newId('tkn');
    },
    signToken: (payload) => context.key.sign(payload),
    issueCode: (grant) => issueCode(context, grant),
    snapshot: () => ({ key: context.key.snapshot(), ...snapshotState(context.state) }),
    restore(data) {
      const saved = snapshotSchema.parse(data);
      context.key.restore(saved.key);
      restoreState(context.state, saved);
    },
  };
}

const grant = {
  id: z.string(),
  clientId: z.string(),
  subject: z.string(),
  sessionId: z.string(),
  authTime: z.number(),
  scope: z.string(),
  organizationId: z.string().optional(),
  connectionId: z.string().optional(),
  used: z.boolean(),
};
const session = z.object({ id: z.string(), subject: z.string(), authTime: z.number() });

const snapshotSchema = z.object({
  key: z.looseObject({ kty: z.literal('RSA') }),
  sessions: z.array(z.tuple([z.string(), session])),
  refreshTokens: z.array(z.tuple([z.string(), z.object(grant)])),
}) satisfies z.ZodType<StateSnapshot & { key: object }>;
