import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IssuerServer } from './issuer-server';

let issuer: IssuerServer;
let module: typeof import('@/lib/auth/issuer');

beforeAll(async () => {
  issuer = await IssuerServer.start();
  Object.assign(process.env, issuer.settings);
});
// The metadata is remembered for minutes: each test starts with an empty memory.
beforeEach(async () => {
  vi.resetModules();
  module = await import('@/lib/auth/issuer');
});
afterEach(() => {
  issuer.metadata = (document) => document;
});

const done = 'http://localhost:5661/sign-out/done';

describe('where signing in and out leads', () => {
  it('takes in endpoints that are not at the issuer’s own address', async () => {
    issuer.metadata = (document) => ({
      ...document,
      authorization_endpoint: 'https://login.example.test/authorize',
      end_session_endpoint: 'https://out.example.test/logout',
    });
    expect(await module.issuerOrigins()).toEqual([
      issuer.origin,
      'https://login.example.test',
      'https://out.example.test',
    ]);
  });

  it('asks for the metadata once, and again when the time is up', async () => {
    let asked = 0;
    issuer.metadata = (document) => ({ ...document, asked: ++asked });
    const now = Date.now();
    await Promise.all([module.issuerMetadata(now), module.issuerMetadata(now)]);
    await module.issuerMetadata(now + 9 * 60_000);
    expect(asked).toBe(1);
    await module.issuerMetadata(now + 10 * 60_000);
    expect(asked).toBe(2);
  });
});

describe('the issuer’s logout', () => {
  it('gets the ID token, the application and the way back', async () => {
    const url = new URL((await module.issuerLogoutUrl('eyJ.hint', done)) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      id_token_hint: 'eyJ.hint',
      client_id: 'skc_console',
      post_logout_redirect_uri: done,
    });
    expect((await module.issuerLogoutUrl(null, done))?.includes('id_token_hint')).toBe(false);
  });

  it('keeps what the endpoint’s address carries already', async () => {
    issuer.metadata = (document) => ({ ...document, end_session_endpoint: `${issuer.origin}/out?tenant=1` });
    expect(await module.issuerLogoutUrl(null, done)).toContain('/out?tenant=1&client_id=');
  });

  it.each([undefined, 'javascript:alert(1)', 7])(
    'is left out when the issuer names none or nonsense: %s',
    async (end) => {
      issuer.metadata = ({ end_session_endpoint: _, ...document }) => ({
        ...document,
        end_session_endpoint: end,
      });
      expect(await module.issuerLogoutUrl('eyJ.hint', done)).toBeNull();
      expect(await module.issuerOrigins()).toEqual([issuer.origin]);
    },
  );

  it('is left out when the issuer is away, and asked for again when it is back', async () => {
    const { origin } = issuer;
    await issuer.stop();
    expect(await module.issuerLogoutUrl('eyJ.hint', done)).toBeNull();
    expect(await module.issuerOrigins()).toEqual([origin]);
    await issuer.listen(Number(new URL(origin).port));
    expect(await module.issuerLogoutUrl('eyJ.hint', done)).toContain(`${origin}/oidc/logout`);
    await issuer.stop();
  });
});
