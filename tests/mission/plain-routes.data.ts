import type { PlainRoute } from './row';

/** The routes that have no operation in the services: the token endpoint, the signing keys and the proxy. */
export const plainRoutes: Record<string, PlainRoute> = {
  'oauth/token': {
    file: 'lib/scalekit/token.ts',
    parameters: [
      ...['grant_type', 'client_id', 'client_secret'],
      ...['code', 'redirect_uri', 'code_verifier', 'refresh_token'],
    ],
  },
  keys: { file: 'lib/scalekit/signing-keys.ts', parameters: [] },
  proxy: {
    file: 'lib/scalekit/proxy.ts',
    parameters: ['connector', 'identifier', 'method', 'path', 'query', 'headers', 'body', 'form', 'timeout'],
  },
};
