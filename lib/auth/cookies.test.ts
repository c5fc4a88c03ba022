import { beforeEach, describe, expect, it, vi } from 'vitest';

// Settings are read once per process: each test reads them anew.
async function cookiesAt(url: string) {
  process.env.NEXTAUTH_URL = url;
  vi.resetModules();
  return import('./cookies');
}

beforeEach(() => vi.resetModules());

describe('the cookies of signing in', () => {
  it('are locked to the host over https', async () => {
    const { authCookies, sessionCookieName } = await cookiesAt('https://keydesk.example.test');
    expect(sessionCookieName()).toBe('__Host-keydesk.session');
    for (const { name, options } of Object.values(authCookies())) {
      expect(name).toMatch(/^__Host-keydesk\./);
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
      expect(options).not.toHaveProperty('domain');
    }
  });

  it('have plain names over http, where browsers refuse the others', async () => {
    const { authCookies, sessionCookieName } = await cookiesAt('http://localhost:3000');
    expect(sessionCookieName()).toBe('keydesk.session');
    expect(authCookies().sessionToken.options).toMatchObject({ secure: false, httpOnly: true });
  });
});
