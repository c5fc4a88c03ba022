import { describe, expect, it } from 'vitest';
import { buildSignInUrl, buildSignOutUrl, explainChoice, signInUrlInput, signOutUrlInput } from './schema';

const base = 'https://heronsgate.scalekit.example';
const least = {
  client_id: 'skc_1',
  redirect_uri: 'https://app.example/callback',
  scope: 'openid',
  state: '',
  nonce: '',
  provider: '' as const,
  connection_id: '',
  organization_id: '',
  domain: '',
  login_hint: '',
  prompt: '' as const,
  code_challenge: '',
};
const signIn = (part: object) => new URL(buildSignInUrl(base, signInUrlInput.parse({ ...least, ...part })));

describe('buildSignInUrl', () => {
  it('sends what is given and nothing else', () => {
    const { origin, pathname, searchParams } = signIn({});
    expect(`${origin}${pathname}`).toBe(`${base}/oauth/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'skc_1',
      redirect_uri: 'https://app.example/callback',
      scope: 'openid',
    });
  });

  it('sends a domain under both names and says how the challenge was made', () => {
    const { searchParams } = signIn({ domain: 'heronsgate.example', code_challenge: 'abc' });
    expect(searchParams.get('domain_hint')).toBe('heronsgate.example');
    expect(searchParams.get('domain')).toBe('heronsgate.example');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
  });

  it.each([
    ['redirect_uri', 'app'],
    ['connection_id', 'org_1'],
    ['organization_id', 'heronsgate'],
    ['domain', 'ada@heronsgate.example'],
    ['login_hint', 'ada'],
    ...Object.keys(least).map((name): [string, string] => [name, '\u0000junk '.repeat(20_000)]),
  ])('refuses a wrong %s with a sentence', (name, value) => {
    const issues = signInUrlInput.safeParse({ ...least, [name]: value }).error?.issues ?? [];
    expect(issues[0]?.message).toMatch(/^(?!Invalid).+\.$/);
    expect(issues.every(({ path }) => path[0] === name)).toBe(true);
  });
});

describe('explainChoice', () => {
  it('names what Scalekit follows, and what it then ignores', () => {
    expect(explainChoice(least)).toMatch(/its own sign-in page/);
    expect(explainChoice({ ...least, domain: 'a.example', organization_id: 'org_1' })).toBe(
      'Scalekit follows organization_id: the organization’s connection. It does not choose by domain.',
    );
    expect(explainChoice({ ...least, provider: 'google', login_hint: 'a@b.example' })).toMatch(/provider/);
  });
});

describe('buildSignOutUrl', () => {
  it('leaves out what is empty', () => {
    const empty = { id_token_hint: '', post_logout_redirect_uri: '', state: '' };
    expect(buildSignOutUrl(base, signOutUrlInput.parse(empty))).toBe(`${base}/oidc/logout`);
    expect(buildSignOutUrl(base, signOutUrlInput.parse({ ...empty, state: 'a b' }))).toBe(
      `${base}/oidc/logout?state=a+b`,
    );
    expect(signOutUrlInput.safeParse({ ...empty, id_token_hint: 'x' }).success).toBe(false);
  });
});
