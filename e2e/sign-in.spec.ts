import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { ageOwnSession, readOwnSession, sessionCookieOf } from './fixtures/own-session';
import { endSessionOf, sessionCookie } from './fixtures/staff-session';
import { recordSecret } from './secret-sweep/ledger';
import { e2eStack } from './setup/stack';

const lead = 'bartek.quillonsen@keydesk-demo.example';
const support = 'chidera.vantongue@keydesk-demo.example';
const nobody = 'farrukh.windlesea@keydesk-demo.example';
const somewhere = '/production/organizations?q=acme';

const signInButton = (page: Page) => page.getByRole('button', { name: /^Sign in with / });
const choose = (page: Page, email: string) => page.getByRole('button', { name: email }).click();

async function signIn(page: Page, email: string, at = somewhere): Promise<void> {
  await page.goto(at);
  await signInButton(page).click();
  await choose(page, email);
  await page.waitForURL(`**${at}`);
  const value = await sessionCookieOf(page.context());
  recordSecret({ kind: 'session_token', label: `session of ${email}`, value });
}

/** The issuer forgets the browser, as after a night. */
async function forgetAtIssuer(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /^emulator_issuer_/ });
}

test.describe('signing in', () => {
  test('goes by the issuer and comes back to the very page, and no policy is broken', async ({
    page,
    context,
  }) => {
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    await page.goto(somewhere);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.locator('input[type=password]')).toHaveCount(0);
    await signIn(page, lead);
    const cookie = (await context.cookies()).find(({ name }) => name === sessionCookie);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await readOwnSession(cookie?.value ?? '')).toMatchObject({ email: lead });
    expect(violations).toEqual([]);
  });

  test('refuses somebody unknown and says how to get in', async ({ page, context }) => {
    await page.goto(somewhere);
    await signInButton(page).click();
    await choose(page, nobody);
    await expect(page.getByText('You have no access to this console')).toBeVisible();
    await expect(page.getByText('Ask an administrator')).toBeVisible();
    expect(await sessionCookieOf(context)).toBe('');
  });

  test('says so when somebody changes their mind', async ({ page }) => {
    await page.goto(somewhere);
    await signInButton(page).click();
    await page.getByRole('button', { name: 'Do not sign in' }).click();
    await expect(page.getByText('The sign-in was cancelled')).toBeVisible();
    await signInButton(page).click();
    await choose(page, support);
    await page.waitForURL(`**${somewhere}`);
  });

  test('never leads to another site', async ({ page }) => {
    for (const target of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`);
      await expect(page.locator('input[name=callbackUrl]')).toHaveValue('/');
    }
  });

  test('goes on at once for somebody who is signed in already', async ({ page }) => {
    await signIn(page, support);
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(somewhere)}`);
    await page.waitForURL(`**${somewhere}`);
  });

  test('keeps next-auth’s other addresses closed', async ({ page }) => {
    await signIn(page, support);
    for (const path of ['session', 'csrf', 'providers', 'signout', 'error', 'signin']) {
      expect((await page.request.get(`/api/auth/${path}`)).status()).toBe(404);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('signs in and out', async ({ page, context }) => {
    await signIn(page, support);
    expect(await sessionCookieOf(context)).not.toBe('');
    await page.goto('/sign-out');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    expect(await sessionCookieOf(context)).toBe('');
  });
});

test.describe('a session', () => {
  test('ended elsewhere asks to sign in again, and goes back to the page', async ({ page, context }) => {
    await signIn(page, support);
    await endSessionOf(context);
    await page.goto(somewhere);
    await expect(page.getByText('Your session has ended')).toBeVisible();
    // The issuer still knows the person, so one press is enough.
    await signInButton(page).click();
    await page.waitForURL(`**${somewhere}`);
  });

  test('left alone too long says that it was idle', async ({ page, context }) => {
    await signIn(page, support);
    await ageOwnSession(await sessionCookieOf(context), 'last_seen_at', 5);
    await page.goto(somewhere);
    await expect(page.getByText('Your session ended because it was idle')).toBeVisible();
  });

  test('is kept alive by a person and not by polling', async ({ page, context }) => {
    await signIn(page, support);
    const cookie = await sessionCookieOf(context);
    await ageOwnSession(cookie, 'last_seen_at', 1);
    const before = (await readOwnSession(cookie))?.last_seen_at;
    await page.request.get('/api/query/anything', { headers: { 'x-keydesk-activity': 'person' } });
    expect((await readOwnSession(cookie))?.last_seen_at).toEqual(before);
    await page.goto(somewhere);
    await expect.poll(async () => (await readOwnSession(cookie))?.last_seen_at).not.toEqual(before);
  });

  test('of another person in the same browser replaces the first', async ({ page, context }) => {
    await signIn(page, lead);
    const first = await sessionCookieOf(context);
    await ageOwnSession(first, 'last_seen_at', 5);
    await forgetAtIssuer(context);
    await signIn(page, support);
    expect(await readOwnSession(await sessionCookieOf(context))).toMatchObject({ email: support });
    expect(await readOwnSession(first)).toBeUndefined();
  });
});

test.describe('a step-up', () => {
  const back = '/production/organizations?confirm=1';
  const stepUp = `/sign-in/step-up?callbackUrl=${encodeURIComponent(back)}`;

  test('asks again although the issuer knows the person, and comes back', async ({ page, context }) => {
    await signIn(page, lead);
    await ageOwnSession(await sessionCookieOf(context), 'auth_time', 1);
    await page.goto(stepUp);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await choose(page, lead);
    await page.waitForURL(`**${back}`);
    const session = await readOwnSession(await sessionCookieOf(context));
    expect(Date.now() - (session?.auth_time?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test('answered by somebody else makes them that person, and lifts nobody', async ({ page, context }) => {
    await signIn(page, support);
    const first = await sessionCookieOf(context);
    await page.goto(stepUp);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await choose(page, lead);
    await expect(page.getByRole('heading', { name: 'You are now Bartek Quillonsen' })).toBeVisible();
    await expect(page.getByText('The other person’s session in this browser has ended')).toBeVisible();
    expect(await readOwnSession(first)).toBeUndefined();
    await page.getByRole('link', { name: 'Go on as Bartek Quillonsen' }).click();
    await page.waitForURL(`**${back}`);
  });

  test('that the issuer did not renew is not taken for one', async ({ page, context }) => {
    await signIn(page, support);
    const cookie = await sessionCookieOf(context);
    await ageOwnSession(cookie, 'auth_time', 1);
    const staffId = (await readOwnSession(cookie))?.staff_id ?? '';
    await page.goto(`/sign-in/step-up/done?${new URLSearchParams({ callbackUrl: back, for: staffId })}`);
    await expect(page.getByText('did not confirm a fresh sign-in')).toBeVisible();
  });

  test('cancelled leaves the session as it was', async ({ page, context }) => {
    await signIn(page, support);
    const cookie = await sessionCookieOf(context);
    await page.goto(stepUp);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: 'Do not sign in' }).click();
    await expect(page.getByText('The sign-in was cancelled')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
    expect(await sessionCookieOf(context)).toBe(cookie);
  });
});

test.describe('signing out', () => {
  test('ends the session here and at the issuer', async ({ page, context }) => {
    await signIn(page, support);
    const cookie = await sessionCookieOf(context);
    await page.goto('/sign-out');
    await expect(page.getByText(support)).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    await expect(page.getByText('may still know you')).toHaveCount(0);
    expect(await readOwnSession(cookie)).toBeUndefined();
    expect(await sessionCookieOf(context)).toBe('');
    await page.goto(somewhere);
    await signInButton(page).click();
    await expect(page.getByRole('heading', { name: /^Sign in to / })).toBeVisible();
  });

  test('needs a form of ours: neither a link nor another site can do it', async ({ page, context }) => {
    await signIn(page, support);
    const cookie = await sessionCookieOf(context);
    await page.goto('/sign-out/end');
    await page.request.post('/sign-out/end', { headers: { origin: 'https://elsewhere.example' } });
    expect(await readOwnSession(cookie)).toBeDefined();
  });
});

test('every page carries the security headers', async ({ page }) => {
  const headers = (await page.goto('/sign-in'))?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['cache-control']).toContain('no-store');
  expect(e2eStack().consoleUrl.startsWith('http:') && 'strict-transport-security' in headers).toBe(false);
});
