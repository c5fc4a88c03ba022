import { Code, ConnectError } from '@connectrpc/connect';
import { prepareAccount } from '../connected-accounts/prepare-account';
import type { ConnectedAccountRow } from '../connected-accounts/rows';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import { httpStatus } from '../errors';
import type { Site } from '../faces/pages';
import type { Oauth } from '../oauth/oauth';
import { builtInProvider, builtInSlugs } from '../providers/built-in';
import { answerUpstream } from './upstream';

const prefix = '/proxy/';

/** `ANY /proxy/<upstream path>`: a call of a provider's own API with a connected account, answered as it comes. */
export function createProxySite(environment: Environment, verify: Oauth['verifyAccessToken']): Site {
  const { store } = environment;

  async function answer(request: Request): Promise<Response> {
    const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token || !(await verify(token))) return refusal(401, 'UNAUTHORIZED', 'invalid token');
    const connection = store.connections
      .findBy('keyId', request.headers.get('connection_name') ?? '')
      .find(({ kind }) => kind === 'app');
    if (!connection) return refusal(404, 'NOT_FOUND', 'connection not found');
    const identifier = request.headers.get('identifier') ?? '';
    const account = store.connectedAccounts
      .findBy('connectionId', connection.id)
      .find((row) => row.identifier === identifier);
    if (!account) return refusal(404, 'NOT_FOUND', 'connected account not found');
    if (!hasProxy(environment, connection)) {
      return refusal(400, 'TOOL_PROXY_DISABLED', `proxy is disabled for provider ${connection.providerKey}`);
    }
    return forward(request, account);
  }

  async function forward(request: Request, account: ConnectedAccountRow): Promise<Response> {
    try {
      const ready = prepareAccount(environment, account);
      const { pathname, searchParams } = new URL(request.url);
      const path = pathname.slice(prefix.length - 1);
      const body = await request.text();
      const { method } = request;
      return answerUpstream(ready, { method, path, query: searchParams, body }, environment.clock.now());
    } catch (error) {
      if (error instanceof ConnectError) return refusal(401, 'UNAUTHORIZED', error.rawMessage);
      throw error;
    }
  }

  return {
    refuse: ({ code, rawMessage }) => refusal(httpStatus(code), codeWord(code), rawMessage),
    operation: (pathname) => (pathname.startsWith(prefix) ? 'proxy' : undefined),
    handle: async (request) => (new URL(request.url).pathname.startsWith(prefix) ? answer(request) : null),
  };
}

function hasProxy({ store }: Environment, { providerKey }: ConnectionRow): boolean {
  const [custom] = store.customProviders.findBy('identifier', providerKey);
  if (custom) return custom.provider.proxy_enabled;
  const slug = providerKey.toLowerCase();
  return builtInSlugs().includes(slug) && builtInProvider(slug).proxy_enabled;
}

// `NotFound` as `NOT_FOUND`.
function codeWord(code: Code): string {
  return Code[code].replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

// Not the body of the API: the proxy has one of its own.
function refusal(status: number, code: string, detail: string): Response {
  return Response.json({ detail, code }, { status });
}
