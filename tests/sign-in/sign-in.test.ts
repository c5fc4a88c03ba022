import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '@/emulator/oauth/types';
import { hashToken } from '@/lib/auth/session-token';
import { readSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';
import { withTestDatabase } from '@/tests/setup/database';
import { Browser } from './browser';
import { consoleOrigin, IssuerServer } from './issuer-server';

withTestDatabase();

let issuer: IssuerServer;
let jo: Person;
let mo: Person;
let nobody: Person;
let browser: Browser;

beforeAll(async () => {
  issuer = await IssuerServer.start();
  Object.assign(process.env, issuer.settings);
  jo = issuer.add('Jo', { keydesk_role: 'support' });
  mo = issuer.add('Mo', { keydesk_role: 'admin' });
  nobody = issuer.add('Nobody');
});
afterAll(() => issuer.stop());
beforeEach(async () => {
  await db().staff.deleteMany();
  issuer.moveClock(0);
  issuer.tokenFault = null;
  browser = new Browser();
});

async function signedIn(of = browser) {
  const reading = await readSession(of.session);
  return reading.state === 'live' ? { ...reading.staff, session: reading.session } : reading.state;
}
const errorOf = (path: string) => new URL(path, consoleOrigin).searchParams.get('error');

describe('signing in', () => {
  it('asks the issuer with code, PKCE, state and nonce', async () => {
    const url = new URL(await browser.begin());
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.any(String),
      nonce: expect.any(String),
    });
    expect(url.searchParams.has('prompt')).toBe(false);
  });

  it('brings the person back to exactly where they were', async () => {
    const callbackUrl = '/production/organizations/org_1/api-keys?user=a%26b&cursor=x#create';
    expect(await browser.signIn(jo, { callbackUrl })).toBe(callbackUrl);
    expect(await signedIn()).toMatchObject({
      email: jo.email,
      effectiveRole: 'support',
      subject: jo.subject,
    });
  });

  it('keeps in Postgres neither the cookie nor anything the issuer sent', async () => {
    await browser.signIn(jo);
    const rows = await db().staffSession.findMany();
    expect(rows).toMatchObject([{ tokenHash: hashToken(browser.session ?? ''), userAgent: 'A browser' }]);
    const dump = JSON.stringify([rows, await db().staff.findMany()]);
    expect(dump).not.toContain(browser.session);
    expect(dump).not.toMatch(/eyJ/);
  });

  it.each(['https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test', '/sign-in', '/api/auth/x'])(
    'goes to the start rather than to %s',
    async (callbackUrl) => {
      expect(await browser.signIn(jo, { callbackUrl })).toBe('/');
    },
  );

  it('ignores a way back that the issuer’s redirect carries', async () => {
    const back = await browser.answer(await browser.begin({ callbackUrl: '/production' }), jo);
    expect(await browser.finish(`${back}&callbackUrl=/development`)).toBe('/production');
  });

  it('refuses a form of another site, and one sent by another address of ours', async () => {
    for (const origin of ['https://elsewhere.test', 'null', 'http://127.0.0.1:5661']) {
      const location = await browser.begin({ callbackUrl: '/production' }, { origin });
      expect(location).toBe(`${consoleOrigin}/sign-in?callbackUrl=%2Fproduction&error=other_address`);
    }
    expect(browser.cookies(consoleOrigin).size).toBe(0);
  });
});

describe('a sign-in that fails', () => {
  it.each([
    ['somebody unknown', () => nobody, 'not_invited'],
    ['somebody who refuses', () => 'deny' as const, 'access_denied'],
    [
      'an unverified address',
      () => issuer.add('Un', { keydesk_role: 'admin' }, { emailVerified: false }),
      'unverified_email',
    ],
  ])('tells %s why, and keeps the way back', async (_, person, error) => {
    const path = await browser.signIn(person(), { callbackUrl: '/production?a=1' });
    expect(path).toBe(`/sign-in?callbackUrl=%2Fproduction%3Fa%3D1&error=${error}`);
    expect(await signedIn()).toBe('none');
    expect(await db().staff.count()).toBe(0);
  });

  it('does not take an answer without the state, the verifier or the nonce of this browser', async () => {
    for (const cookie of ['state', 'pkce', 'nonce']) {
      const back = await browser.answer(await browser.begin(), jo);
      browser.cookies(consoleOrigin).delete(`keydesk.${cookie}`);
      expect(errorOf(await browser.finish(back))).toBe('OAuthCallback');
    }
  });

  it('does not take an answer that was meant for another browser', async () => {
    const back = await browser.answer(await browser.begin(), mo);
    const victim = new Browser();
    await victim.begin();
    expect(errorOf(await victim.finish(back))).toBe('OAuthCallback');
    expect(await signedIn(victim)).toBe('none');
  });

  it('takes a code once', async () => {
    const back = await browser.answer(await browser.begin(), jo);
    const kept = new Map(browser.cookies(consoleOrigin));
    await browser.finish(back);
    for (const [name, value] of kept) browser.cookies(consoleOrigin).set(name, value);
    expect(errorOf(await browser.finish(back))).toBe('OAuthCallback');
  });

  it('says so when the issuer refuses the console’s secret or breaks', async () => {
    for (const status of [401, 500]) {
      issuer.tokenFault = () => Response.json({ error: 'invalid_client' }, { status });
      expect(errorOf(await browser.signIn(jo))).toBe('OAuthCallback');
    }
  });

  it('does not take an ID token of another key, and keeps it out of the log', async () => {
    const log = vi.spyOn(logger, 'error');
    const foreign = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c3JfTW8ifQ.c2ln';
    issuer.tokenFault = () => Response.json({ access_token: 'a', token_type: 'Bearer', id_token: foreign });
    expect(errorOf(await browser.signIn(jo))).toBe('OAuthCallback');
    expect(await signedIn()).toBe('none');
    const fields = {
      code: 'OAUTH_CALLBACK_ERROR',
      name: 'OAuthCallbackError',
      reason: expect.not.stringContaining('eyJ'),
    };
    expect(log.mock.calls).toEqual([[fields, 'next-auth reported an error']]);
    log.mockRestore();
  });

  it('says that the fault is ours when the database fails', async () => {
    const back = await browser.answer(await browser.begin(), jo);
    await db().$executeRaw`ALTER TABLE staff RENAME TO staff_away`;
    try {
      expect(await browser.finish(back)).toBe('/sign-in?callbackUrl=%2F&error=internal');
    } finally {
      await db().$executeRaw`ALTER TABLE staff_away RENAME TO staff`;
    }
  });
});

describe('another person in the same browser', () => {
  it('gets their own session, and the first person’s ends', async () => {
    await browser.signIn(jo);
    const first = browser.session;
    browser.cookies(issuer.origin).clear();
    expect(await browser.signIn(mo, { callbackUrl: '/production' })).toBe('/production');
    expect(await signedIn()).toMatchObject({ email: mo.email, effectiveRole: 'admin' });
    expect((await readSession(first)).state).toBe('ended');
  });

  it('is never linked to the first person', async () => {
    await browser.signIn(jo);
    browser.cookies(issuer.origin).clear();
    await browser.signIn(mo);
    const rows = await db().staff.findMany({ orderBy: { subject: 'asc' } });
    expect(rows.map(({ email, subject }) => ({ email, subject }))).toEqual([
      { email: jo.email, subject: jo.subject },
      { email: mo.email, subject: mo.subject },
    ]);
  });

  it('changes nothing when refused', async () => {
    await browser.signIn(jo);
    browser.cookies(issuer.origin).clear();
    await browser.signIn(nobody);
    expect(await signedIn()).toMatchObject({ email: jo.email });
  });

  it('makes a new session for the same person too', async () => {
    await browser.signIn(jo);
    const first = browser.session;
    await browser.signIn(jo);
    expect((await readSession(first)).state).toBe('ended');
    expect(await db().staffSession.count()).toBe(1);
  });

  it('signs in over an expired session without a loop', async () => {
    await browser.signIn(jo);
    await db().staffSession.updateMany({ data: { expiresAt: new Date(0) } });
    expect(await signedIn()).toBe('expired');
    expect(await browser.signIn(jo, { callbackUrl: '/production' })).toBe('/production');
    expect(await signedIn()).toMatchObject({ email: jo.email });
  });
});
