import type { Page } from '@playwright/test';
import { test as base, expect } from './fixtures';
import { createOwnLogin } from './fixtures/clients-api';
import { awaitMail } from './fixtures/mailbox';
import { startOwnApplication } from './fixtures/own-application';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn } from './fixtures/sessions-api';
import { expectBrowserForgot } from './secret-sweep/browser';
import { recordSecret } from './secret-sweep/ledger';

const test = base.extend<{ callback: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from here
  callback: async ({}, use) => {
    const application = await startOwnApplication();
    await use(application.callback);
    await application.stop();
  },
});

const part = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Reads one of the tokens, which stay hidden until somebody asks. */
async function show(page: Page, what: string): Promise<string> {
  await page.getByRole('button', { name: `Show ${what}` }).click();
  const frame = page
    .getByRole('dialog')
    .locator('section')
    .filter({ hasText: new RegExp(what, 'i') });
  const value = (await frame.locator('[data-secret]').first().textContent()) ?? '';
  recordSecret({ kind: 'sign_in_secret', label: 'read from the screen', value });
  return value;
}

test('a sign-in is built, done, exchanged, refreshed and inspected, and its tokens are kept nowhere', async ({
  context,
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
  callback,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  await signIn('admin');
  await page.goto('/production/toolbox/sign-in-url');
  await page.getByLabel('Redirect URI').fill(callback);
  await page.getByLabel('Scope').fill('openid email offline_access');
  await page.getByLabel('Connection id').fill(connectionId);
  await page.getByRole('button', { name: 'Make PKCE, state and nonce' }).click();
  const verifier = (await page.locator('[data-secret]').textContent()) ?? '';
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open in a new tab' }).click();
  const browser = await opening;
  await browser.getByLabel('E-mail').fill(`ines@${domain}`);
  await browser.getByRole('button', { name: 'Continue' }).click();
  await browser.waitForURL(`${callback}*`);
  const answer = new URL(browser.url());
  await browser.close();

  await page.getByRole('link', { name: 'To the exchange of the code' }).click();
  await expect(page.getByText('Carried over from your sign-in URL')).toBeVisible();
  const exchange = part(page, 'Exchange a code');
  await expect(exchange.getByLabel('Redirect URI')).toHaveValue(callback);
  const other = new URL(answer);
  other.searchParams.set('state', 'of-another-sign-in');
  await exchange.getByLabel('Code, or the address').fill(other.href);
  await exchange.getByLabel('Reason').fill('ticket 4711');
  await exchange.getByRole('button', { name: 'Exchange code' }).click();
  await expect(exchange.getByLabel('Code, or the address')).toHaveAccessibleDescription(/another sign-in/);
  await exchange.getByLabel('Code, or the address').fill(answer.href);
  await exchange.getByRole('button', { name: 'Exchange code' }).click();

  const dialog = page.getByRole('dialog', { name: 'Tokens received' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[data-secret]')).toHaveCount(0);
  const first = await show(page, 'refresh token');
  await dialog.getByRole('button', { name: 'Refresh with it' }).click();
  const refresh = part(page, 'Refresh');
  await expect(refresh.getByLabel('Refresh token')).toBeFocused();
  await refresh.getByLabel('Reason').fill('ticket 4711');
  await refresh.getByRole('button', { name: 'Refresh tokens' }).click();
  await expect(dialog).toBeVisible();
  const second = await show(page, 'refresh token');
  expect(second).not.toBe(first);
  await dialog.getByRole('button', { name: 'Inspect access token' }).click();
  await expect(page.getByText('Signed by production, and in its time')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Access token of a person' })).toBeVisible();
  await expect(page.getByRole('link', { name: organization.id })).toBeVisible();
  const secrets = [verifier, first, second].map((value) => ({
    ...{ kind: 'sign_in_secret' as const, label: 'of this test', value },
  }));
  await expectBrowserForgot(page, secrets);
  expect((await staffLog()).map(({ action, outcome }) => [action, outcome])).toEqual([
    ['token.exchange_code', null],
    ['token.exchange_code', 'ok'],
    ['token.refresh', null],
    ['token.refresh', 'ok'],
  ]);
});

test('a passwordless mail is sent, resent and verified with the code in the mailbox', async ({
  page,
  signIn,
  stack,
  staffLog,
}) => {
  const email = `ora-${uniqueWord()}@customer.example`;
  await signIn('admin');
  await page.goto('/production/toolbox/passwordless');
  await part(page, 'Send').getByLabel('E-mail address').fill(email);
  await part(page, 'Send').getByLabel('State').fill('from-the-desk');
  await page.getByRole('button', { name: 'Send mail', exact: true }).click();
  await expect(page.getByRole('timer')).toHaveText(/[45]:\d\d more/);
  const verify = part(page, 'Verify');
  await expect(verify.getByLabel('Auth request id')).toHaveValue(/^\S{20,}$/);
  const earlier = codeIn((await awaitMail(stack.production.url, email, 'Sign in')).text);

  await page.getByRole('button', { name: 'Resend mail' }).click();
  const newest = async () => codeIn((await awaitMail(stack.production.url, email, 'Sign in')).text);
  await expect.poll(newest, 'the code of the second mail').not.toBe(earlier);
  await verify.getByLabel('Code', { exact: true }).fill(earlier);
  await verify.getByLabel('Reason').fill('ticket 4711');
  await verify.getByRole('button', { name: 'Verify' }).click();
  await expect(verify.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/Five tries/);
  await verify.getByLabel('Code', { exact: true }).fill(await newest());
  await verify.getByRole('button', { name: 'Verify' }).click();
  const proof = verify.getByRole('alert').filter({ hasText: 'It proves' });
  await expect(proof).toContainText(email);
  await expect(proof).toContainText('from-the-desk');
  expect((await staffLog()).map(({ action, outcome }) => `${action} ${outcome ?? ''}`.trim())).toEqual([
    ...['passwordless.send', 'passwordless.send ok', 'passwordless.resend', 'passwordless.resend ok'],
    ...['passwordless.verify', 'passwordless.verify failed', 'passwordless.verify', 'passwordless.verify ok'],
  ]);

  await signIn('lead');
  await page.goto('/production/toolbox/passwordless');
  await expect(page.getByText('In production verifying is for admins')).toBeVisible();
  await page.goto('/production/toolbox/exchange');
  await expect(page.getByText('In production that is for admins')).toBeVisible();
});

function codeIn(text: string): string {
  return /code is (\w+)\./.exec(text)?.[1] ?? '';
}

test('a sign-in that waits at an own login page goes on as the person that Keydesk names', async ({
  context,
  page,
  signIn,
  scalekit,
  stack,
  callback,
}) => {
  const { url } = stack.production;
  const clientId = await createOwnLogin(scalekit, `${url}/partner-login`, callback);
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id: clientId, redirect_uri: callback, scope: 'todo:read', state: 's' },
    ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
  });
  const browser = await context.newPage();
  await browser.goto(`${url}/oauth/authorize?${query}`);
  const waiting = new URL(browser.url()).searchParams;

  await signIn('admin');
  await page.goto('/production/toolbox/pending-login');
  await page.getByLabel('Connection id').fill(waiting.get('connection_id') ?? '');
  await page.getByLabel('Login request id').fill('lri_1');
  await page.getByLabel('Id in your own system').fill('user-ora');
  await page.getByLabel('E-mail address').first().fill('ora@customer.example');
  await page.getByText('More about the person').click();
  await page.getByLabel('Custom attributes').fill('[1]');
  await page.getByLabel('Reason').fill('ticket 4711');
  await page.getByRole('button', { name: 'Tell Scalekit' }).click();
  await expect(page.getByLabel('Custom attributes')).toHaveAccessibleDescription(/Give a JSON object/);
  await page.getByLabel('Custom attributes').fill('{"team": "planning"}');
  await page.getByRole('button', { name: 'Tell Scalekit' }).click();
  await expect(page.getByLabel('Login request id')).toHaveAccessibleDescription(/no such sign-in that waits/);
  await page.getByLabel('Login request id').fill(waiting.get('login_request_id') ?? '');
  await page.getByRole('button', { name: 'Tell Scalekit' }).click();
  await expect(page.getByText('Scalekit has it', { exact: true })).toBeVisible();

  await browser.getByRole('link', { name: 'go on' }).click();
  await expect(browser.getByText('ora@customer.example')).toBeVisible();
  await browser.getByRole('button', { name: 'Allow', exact: true }).click();
  await browser.waitForURL(/\/callback\?.*code=/);
});

test('100 KB of junk pasted into the toolbox gets sentences, and leaves the browser never', async ({
  page,
  signIn,
}) => {
  const junk = 'request failed '.repeat(7_000);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const paste = async (label: string) => {
    await page.getByLabel(label).first().focus();
    await page.keyboard.insertText(junk);
  };
  await signIn('admin');
  await page.goto('/production/toolbox/tokens');
  await paste('API key, access token');
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(page.getByLabel('API key, access token')).toHaveAccessibleDescription(/longer than 100,000/);

  await page.goto('/production/toolbox/webhooks');
  await paste('Signing secret');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByLabel('Signing secret')).toHaveAccessibleDescription(/whsec_/);

  await page.goto('/production/toolbox/sign-out-url');
  await paste('ID token');
  await expect(page.getByLabel('ID token')).toHaveAccessibleDescription(/at most 16,384 characters/);

  await page.goto('/production/toolbox/exchange');
  await paste('Code, or the address');
  await page.getByRole('button', { name: 'Exchange code' }).click();
  await expect(page.getByLabel('Code, or the address')).toHaveAccessibleDescription(/at most 4,096/);
  expect(sent.filter((request) => request.includes('request failed request failed'))).toEqual([]);
});
