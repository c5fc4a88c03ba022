import { createHash } from 'node:crypto';
import type { JsonObject } from '@bufbuild/protobuf';
import type { EmulatorOptions } from '../start';
import { type Json, TestEmulator } from '../test-client';

export const redirectUri = 'http://127.0.0.1:5930/callback';
const verifier = 'a-verifier-of-at-least-forty-three-characters-0';
const challenge = createHash('sha256').update(verifier).digest('base64url');

/** An answer of a hosted page, or the way back to the application. */
export type Step = { status: number; location: string; html: string };

/** An application of the environment, and a browser that signs in to it. For tests. */
export class SignInFixture {
  cookies = new Map<string, string>();

  private constructor(readonly test: TestEmulator) {}

  static async start(options: EmulatorOptions = {}): Promise<SignInFixture> {
    return new SignInFixture(await TestEmulator.start(options));
  }

  stop(): Promise<void> {
    return this.test.stop();
  }

  /** An organization with a verified domain and an enabled OpenID Connect connection. */
  async customer(domain: string): Promise<{ org: Json; connectionId: string }> {
    const { test } = this;
    const org = await test.organization({ display_name: domain });
    const path = `/organizations/${org.id}`;
    await test.call('POST', `${path}/domains`, { domain });
    const connectionId = await this.connection(path, { provider: 'OKTA', type: 'OIDC' });
    return { org, connectionId };
  }

  /** A login method of the environment: `GOOGLE` and `OAUTH`, or `SCALEKIT` and `PASSWORDLESS`. */
  loginMethod(provider_key: string, type: string): Promise<string> {
    return this.connection('', { provider_key, type });
  }

  private async connection(base: string, fields: Json): Promise<string> {
    const { test } = this;
    const { connection } = (await test.call('POST', `${base}/connections`, fields)).json;
    const path = `${base}/connections/${connection.id}`;
    const { provider, provider_key, type } = connection;
    await test.call('PATCH', path, { provider, provider_key, type, ...settingsOf(type) });
    const { json } = await test.call('PATCH', `${path}:enable`);
    if (!json.enabled) throw new Error(json.error_message);
    return connection.id;
  }

  async get(path: string): Promise<Step> {
    return this.send(path, {});
  }

  async post(path: string, form: Record<string, string>): Promise<Step> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  private async send(path: string, init: RequestInit): Promise<Step> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
    const url = new URL(path, this.test.emulator.url);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, html: await response.text() };
  }

  authorize(extra: Record<string, string> = {}): Promise<Step> {
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: this.test.emulator.clientId, redirect_uri: redirectUri },
      ...{ scope: 'openid profile email offline_access', state: 'st', nonce: 'no' },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      ...extra,
    });
    return this.get(`/oauth/authorize?${query}`);
  }

  /** Goes to the simulator and answers it. */
  async signIn(extra: Record<string, string>, answer: Record<string, string>): Promise<Step> {
    const { location } = await this.authorize(extra);
    await this.get(location);
    return this.post('/sign-in/idp', { request: requestOf(location), ...answer });
  }

  token(form: Record<string, string>): Promise<Response> {
    const { clientId, clientSecret, url } = this.test.emulator;
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form });
    return fetch(`${url}/oauth/token`, { method: 'POST', body });
  }

  /** The tokens for the code of a step. */
  async redeem(step: Step): Promise<Json> {
    const code = sentBack(step).code ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    return (await this.token({ ...form, code_verifier: verifier })).json();
  }

  /** The newest record of the login log. */
  async lastLog(): Promise<Json> {
    const { json } = await this.test.call('GET', '/logs/authentication/requests?page_size=1');
    return json.authRequests[0];
  }

  /** The newest events' types, newest first. */
  async events(count: number): Promise<Json[]> {
    return (await this.test.call('POST', `/events?page_size=${count}`, {})).json.events;
  }
}

function settingsOf(type: string): JsonObject {
  const credentials = { client_id: 'idp-client', client_secret: 'idp-secret' };
  if (type === 'OIDC') return { oidc_config: { issuer: 'https://idp.example', ...credentials } };
  return type === 'OAUTH' ? { oauth_config: credentials } : {};
}

/** The auth request in a hosted page's address. */
export function requestOf(location: string): string {
  return new URL(location, 'http://127.0.0.1').searchParams.get('request') ?? '';
}

/** What a redirect carries back to the application. */
export function sentBack({ location }: Step): Record<string, string> {
  const { origin, pathname, searchParams } = new URL(location);
  return { at: origin + pathname, ...Object.fromEntries(searchParams) };
}
