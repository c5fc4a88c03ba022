import { createHash } from 'node:crypto';
import { createOauth, type Oauth } from './oauth';
import type { OauthClient, Person } from './types';

export const issuer = 'http://127.0.0.1:5650';
export const redirectUri = 'http://127.0.0.1:5651/api/auth/callback/staff';
export const verifier = 'a-verifier-of-at-least-forty-three-characters-0';
export const challenge = createHash('sha256').update(verifier).digest('base64url');

type Application = OauthClient & { clientSecret: string };

export const api: Application = {
  clientId: 'skc_1',
  clientSecret: 'test_s3cret+/=&',
  acceptsSecret: (secret) => secret === api.clientSecret,
  kind: 'environment',
  callsApi: true,
  redirectUris: [],
  postLogoutRedirectUris: [],
};
export const web: Application = {
  clientId: 'skc_web',
  clientSecret: 'test_web',
  acceptsSecret: (secret) => secret === web.clientSecret,
  kind: 'web',
  callsApi: false,
  name: 'Keydesk',
  redirectUris: [redirectUri],
  postLogoutRedirectUris: ['http://127.0.0.1:5651/sign-out/done'],
};
export const jo: Person = {
  subject: 'usr_1',
  email: 'jo@example.test',
  emailVerified: true,
  name: 'Jo <Test>',
  claims: { keydesk_role: 'lead' },
};
export const mo: Person = { ...jo, subject: 'usr_2', email: 'mo@example.test', name: 'Mo Test' };

/** An issuer with a clock that tests move, and a browser's cookie jar. */
export class OauthFixture {
  now = Date.UTC(2026, 0, 1);
  private ids = 0;
  cookie = '';
  oauth: Oauth = this.create();

  create(): Oauth {
    return createOauth({
      issuer: () => issuer,
      now: () => this.now,
      newId: (prefix) => `${prefix}_${++this.ids}`,
      findApplication: (id) => [api, web].find(({ clientId }) => clientId === id),
      people: () => [jo, mo],
    });
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await this.oauth.handle(
      new Request(issuer + path, { ...init, headers, redirect: 'manual' }),
    );
    if (!response) throw new Error(`${path} was not handled`);
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    return response;
  }

  token(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('/oauth/token', { method: 'POST', headers, body: new URLSearchParams(form) });
  }

  authorizeQuery(extra: Record<string, string> = {}): URLSearchParams {
    return new URLSearchParams({
      ...{ response_type: 'code', client_id: web.clientId, redirect_uri: redirectUri },
      ...{ scope: 'openid profile email offline_access', state: 'st', nonce: 'no' },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      ...extra,
    });
  }

  authorize(extra: Record<string, string> = {}): Promise<Response> {
    return this.send(`/oauth/authorize?${this.authorizeQuery(extra)}`);
  }

  choose(form: Record<string, string>, extra: Record<string, string> = {}): Promise<Response> {
    const body = this.authorizeQuery({ ...extra, ...form });
    return this.send('/oauth/authorize', { method: 'POST', body });
  }

  /** Signs a person in and returns the code. */
  async code(person: Person = jo, extra: Record<string, string> = {}): Promise<string> {
    return sentBack(await this.choose({ person: person.subject }, extra)).code ?? '';
  }

  redeem(code: string, extra: Record<string, string> = {}): Promise<Response> {
    return this.token({
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier },
      ...{ client_id: web.clientId, client_secret: web.clientSecret },
      ...extra,
    });
  }
}

/** The parameters that a redirect carries back to the application. */
export function sentBack(response: Response): Record<string, string> {
  const location = new URL(response.headers.get('location') ?? 'none:');
  return { at: location.origin + location.pathname, ...Object.fromEntries(location.searchParams) };
}
