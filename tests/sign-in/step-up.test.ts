import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '@/emulator/oauth/types';
import { issuerLogoutUrl, issuerOrigins } from '@/lib/auth/issuer';
import { endSession, readSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
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
  browser = new Browser();
});

async function signedIn(of = browser) {
  const reading = await readSession(of.session);
  return reading.state === 'live' ? { ...reading.staff, session: reading.session } : reading.state;
}

describe('a step-up', () => {
  const back = '/production/organizations/org_1/settings#delete';
  const stepUp = { stepUp: '1', callbackUrl: back };
  const minute = 60_000;

  async function signInAnHourAgo(): Promise<string> {
    issuer.moveClock(-60 * minute);
    await browser.signIn(jo);
    issuer.moveClock(0);
    const staff = await signedIn();
    if (typeof staff === 'string') throw new Error(staff);
    return staff.id;
  }

  it('asks the issuer to ask again, for this person', async () => {
    await signInAnHourAgo();
    const url = new URL(await browser.begin(stepUp));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '0',
      login_hint: jo.email,
    });
  });

  it('renews the time of the last proof, and goes back by the page that checks it', async () => {
    const id = await signInAnHourAgo();
    const first = browser.session;
    expect(await signedIn()).toMatchObject({ session: { authTime: expect.toSatisfy(isOld) } });
    const path = await browser.signIn(jo, stepUp);
    expect(new URL(path, consoleOrigin).pathname).toBe('/sign-in/step-up/done');
    expect(Object.fromEntries(new URL(path, consoleOrigin).searchParams)).toEqual({
      callbackUrl: back,
      for: id,
    });
    expect(await signedIn()).toMatchObject({ id, session: { authTime: expect.not.toSatisfy(isOld) } });
    expect((await readSession(first)).state).toBe('ended');
  });

  it('answered by somebody else never lifts the first person', async () => {
    const id = await signInAnHourAgo();
    const first = browser.session;
    const path = await browser.signIn(mo, stepUp);
    expect(new URL(path, consoleOrigin).searchParams.get('for')).toBe(id);
    expect(await signedIn()).toMatchObject({ email: mo.email });
    expect((await readSession(first)).state).toBe('ended');
    expect(await db().staffSession.count({ where: { staffId: id } })).toBe(0);
  });

  it('refused or cancelled leaves the session as it was, and says so where it began', async () => {
    await signInAnHourAgo();
    for (const [person, error] of [
      [nobody, 'not_invited'],
      ['deny', 'access_denied'],
    ] as const) {
      const url = new URL(await browser.signIn(person, stepUp), consoleOrigin);
      expect([url.pathname, url.searchParams.get('callbackUrl')]).toEqual(['/sign-in/step-up', back]);
      expect(url.searchParams.get('error')).toBe(error);
      expect(await signedIn()).toMatchObject({
        email: jo.email,
        session: { authTime: expect.toSatisfy(isOld) },
      });
    }
  });

  it('is an ordinary sign-in for somebody without a session', async () => {
    const url = new URL(await browser.begin(stepUp));
    expect(url.searchParams.has('prompt')).toBe(false);
  });

  function isOld(time: Date): boolean {
    return Date.now() - time.getTime() > 30 * minute;
  }
});

describe('the issuer’s part of signing out', () => {
  const done = `${consoleOrigin}/sign-out/done`;

  it('ends its session with the ID token that the cookie unlocks', async () => {
    await browser.signIn(jo);
    const { idToken } = await endSession(browser.session ?? '');
    const address = await issuerLogoutUrl(idToken, done);
    const response = await fetch(address ?? '', { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(done);
    const again = await fetch(await browser.begin(), {
      headers: { cookie: [...browser.cookies(issuer.origin)].map((pair) => pair.join('=')).join('; ') },
      redirect: 'manual',
    });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('Sign in to');
  });

  it('names the origins that forms lead to', async () => {
    expect(await issuerOrigins()).toEqual([issuer.origin]);
  });
});
