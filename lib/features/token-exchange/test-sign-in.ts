import { createHash } from 'node:crypto';
import type { Emulator } from '@/emulator/start';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { newOrganization } from '@/tests/setup/organization';

export const redirectUri = 'http://127.0.0.1:9/callback';
export const codeVerifier = 'a-verifier-of-at-least-forty-three-characters-0';

let connection: Promise<string> | undefined;

/** A connection that works. For tests; made once in a file. */
async function openConnection(): Promise<string> {
  const { connections } = scalekitClient('production');
  const organizationId = await newOrganization();
  const kind = {
    provider: connectionsPb.ConnectionProvider.OKTA,
    type: connectionsPb.ConnectionType.OIDC,
  };
  const created = await connections.createConnection({ organizationId, connection: kind });
  const id = created.connection?.id ?? '';
  const value = { issuer: 'https://login.example', clientId: 'app', clientSecret: 'made-up' };
  await connections.updateConnection({
    ...{ organizationId, id },
    connection: { ...kind, settings: { case: 'oidcConfig', value } },
  });
  await connections.enableConnection({ organizationId, id });
  return id;
}

/** Signs somebody in at the emulator as a browser does; answers with the address that the browser was sent back to. */
export async function signInForCode({ url, clientId }: Emulator): Promise<string> {
  connection ??= openConnection();
  const query = new URLSearchParams({
    ...{ client_id: clientId, response_type: 'code', scope: 'openid email offline_access', state: 'st' },
    ...{ redirect_uri: redirectUri, connection_id: await connection, code_challenge_method: 'S256' },
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
  });
  const first = await fetch(`${url}/oauth/authorize?${query}`, { redirect: 'manual' });
  const place = new URL(first.headers.get('location') ?? '', url);
  const cookie = first.headers.getSetCookie().map((line) => line.split(';')[0]);
  const body = new URLSearchParams({
    request: place.searchParams.get('request') ?? '',
    ...{ email: 'ines@customer.example', outcome: 'success' },
  });
  const headers = { cookie: cookie.join('; ') };
  const back = await fetch(`${url}/sign-in/idp`, { method: 'POST', body, headers, redirect: 'manual' });
  return back.headers.get('location') ?? '';
}
