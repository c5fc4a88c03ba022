import { ScalekitClient } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redirectUri, requestOf, SignInFixture, sentBack } from './sign-in-fixture';

let fixture: SignInFixture;
let scalekit: ScalekitClient;
let organizationId: string;
beforeAll(async () => {
  fixture = await SignInFixture.start();
  const { clientId, clientSecret, url } = fixture.test.emulator;
  scalekit = new ScalekitClient(url, clientId, clientSecret);
  organizationId = (await fixture.customer('acme.example')).org.id;
});
afterAll(() => fixture.stop());

/** Follows an authorization URL of the SDK to the simulator and back. */
async function follow(url: string, answer: Record<string, string>): Promise<Record<string, string>> {
  const { location } = await fixture.get(url);
  if (location.startsWith('http')) return sentBack({ status: 302, location, html: '' });
  return sentBack(await fixture.post('/sign-in/idp', { request: requestOf(location), ...answer }));
}

describe('the official SDK', () => {
  it('signs somebody in, checks the tokens, refreshes and signs out', async () => {
    const url = scalekit.getAuthorizationUrl(redirectUri, {
      organizationId,
      state: 'abc',
      scopes: ['openid', 'profile', 'email', 'offline_access'],
    });
    const { code = '', state } = await follow(url, { email: 'sdk@acme.example', given_name: 'Es' });
    expect(state).toBe('abc');
    const result = await scalekit.authenticateWithCode(code, redirectUri);
    expect(result.user).toMatchObject({ email: 'sdk@acme.example', givenName: 'Es' });
    expect(await scalekit.validateAccessToken(result.accessToken)).toBe(true);
    const refreshed = await scalekit.refreshAccessToken(result.refreshToken ?? '');
    expect(refreshed.refreshToken).not.toBe(result.refreshToken);
    const bye = 'http://127.0.0.1:5930/bye';
    const logout = scalekit.getLogoutUrl({ idTokenHint: result.idToken, postLogoutRedirectUri: bye });
    expect((await fixture.get(logout)).location).toBe(bye);
    await expect(scalekit.refreshAccessToken(refreshed.refreshToken ?? '')).rejects.toThrow();
  });

  it.each([
    ['domainHint', { domainHint: 'acme.example' }],
    ['loginHint', { loginHint: 'sdk@acme.example' }],
  ])('finds the connection by %s', async (_, options) => {
    const url = scalekit.getAuthorizationUrl(redirectUri, { ...options, prompt: 'login' });
    expect(await follow(url, { person: 'sdk@acme.example' })).toHaveProperty('code');
  });
});
