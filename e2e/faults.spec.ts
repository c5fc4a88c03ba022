import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Fault } from './fixtures/emulator-control';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import { endSessionOf } from './fixtures/staff-session';
import { expectBrowserForgot } from './secret-sweep/browser';

test.use({ environment: 'development' });
// One after the other: what one test spoils, another one's set-up would use up.
test.describe.configure({ mode: 'default' });

const organizationPath = (id: string) => `/development/organizations/${id}`;
const keysPath = (id: string) => `${organizationPath(id)}/api-keys`;
const dialog = (page: Page) => page.getByRole('dialog');
const submit = (page: Page) => dialog(page).getByRole('button', { name: 'Create API key' });
const requestIdIn = (page: Page) => page.getByText('Request id').locator('code');

type Case = { name: string; fault: Fault; words: RegExp; unknown?: boolean };

test.describe('a page that cannot be read', () => {
  const cases: Case[] = [
    { name: '500', fault: { status: 500 }, words: /Scalekit failed to answer \(HTTP 500\)/ },
    { name: '503', fault: { status: 503 }, words: /Scalekit failed to answer \(HTTP 503\)/ },
    { name: '429', fault: { status: 429 }, words: /rate limit for development is reached/ },
    { name: '403', fault: { status: 403 }, words: /Scalekit refuses this in development/ },
    { name: '404', fault: { status: 404 }, words: /Scalekit has no such record/ },
    { name: '401', fault: { status: 401 }, words: /refused Keydesk's credentials for development/ },
    { name: 'an answer that is not JSON', fault: { answer: 'not-json' }, words: /does not understand/ },
    { name: 'JSON of another shape', fault: { answer: 'other-shape' }, words: /does not understand/ },
    { name: 'a cut connection', fault: { answer: 'reset' }, words: /connection to Scalekit broke off/ },
  ];
  for (const { name, fault, words } of cases) {
    test(`after ${name} says so, with a request id and a way on`, async ({
      page,
      signIn,
      organization,
      addFault,
    }) => {
      await signIn('support');
      await addFault({ operation: 'tokens.listTokens', ...fault });
      await page.goto(keysPath(organization.id));
      await expect(page.getByText('The API keys could not be read.')).toBeVisible();
      await expect(page.getByText(words)).toBeVisible();
      await expect(requestIdIn(page)).toHaveText(/\S{8,}/);
      await expect(page.getByRole('heading', { level: 1 }), 'the rest of the page stands').toHaveText(
        organization.displayName,
      );
      await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute(
        'href',
        keysPath(organization.id),
      );
    });
  }

  test('once is read at the second try without a word', async ({
    page,
    signIn,
    organization,
    addFault,
    journal,
  }) => {
    await signIn('viewer');
    await addFault({ operation: 'tokens.listTokens', status: 503, times: 1 });
    await page.goto(keysPath(organization.id));
    await expect(page.getByText('No active API keys')).toBeVisible();
    expect((await journal('tokens.listTokens')).map(({ status }) => status)).toEqual([503, 200]);
  });

  test('in time says so', async ({ page, signIn, organization, addFault }) => {
    await signIn('viewer');
    await addFault({ operation: 'tokens.listTokens', latencyMs: 30_000 });
    await page.goto(keysPath(organization.id));
    await expect(page.getByText('Scalekit did not answer in time.')).toBeVisible({ timeout: 30_000 });
    await expect(requestIdIn(page)).toHaveText(/\S{8,}/);
  });

  test('recovers by "Try again"', async ({ page, signIn, organization, addFault }) => {
    await signIn('viewer');
    await addFault({ operation: 'organizations.listOrganization', status: 500, times: 1 });
    await page.goto('/development/organizations');
    await expect(page.getByText('The organizations could not be read.')).toBeVisible();
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: organization.displayName })).toBeVisible();
  });
});

test.describe('a write that fails', () => {
  const cases: Case[] = [
    { name: '500', fault: { status: 500 }, words: /Scalekit failed to answer \(HTTP 500\)/ },
    { name: '503', fault: { status: 503 }, words: /Scalekit failed to answer \(HTTP 503\)/ },
    {
      name: '429',
      fault: { status: 429, retryAfterSeconds: 7 },
      words: /rate limit for development is reached/,
    },
    { name: '403', fault: { status: 403 }, words: /Scalekit refuses this in development/ },
    { name: '404', fault: { status: 404 }, words: /Scalekit has no such record/ },
    { name: '409', fault: { status: 409 }, words: /conflicts with what is already at Scalekit/ },
    {
      name: 'no JSON',
      fault: { answer: 'not-json', status: 200 },
      words: /does not understand/,
      unknown: true,
    },
    { name: 'a connection cut', fault: { answer: 'reset' }, words: /broke off/, unknown: true },
  ];
  for (const { name, fault, words, unknown = false } of cases) {
    test(`with ${name} says so, keeps what was typed and goes on`, async ({
      page,
      signIn,
      organization,
      addFault,
      journal,
      staffLog,
    }) => {
      await signIn('support');
      await page.goto(`${keysPath(organization.id)}?dialog=create`);
      await dialog(page).getByLabel('Description').fill('Nightly export');
      await addFault({ operation: 'tokens.createToken', times: 1, ...fault });
      await submit(page).click();
      const alert = dialog(page).getByRole('alert').first();
      await expect(alert).toContainText(words);
      await expect(alert.locator('code')).toHaveText(/\S{8,}/);
      await expect(dialog(page).getByLabel('Description')).toHaveValue('Nightly export');
      expect(await journal('tokens.createToken'), 'a write is never sent twice').toHaveLength(1);
      if (unknown) {
        await expect(alert).toContainText('We do not know whether it happened.');
        await expect(submit(page)).toHaveAttribute('aria-disabled', 'true');
        await dialog(page).getByRole('button', { name: 'I checked: it did not happen' }).click();
      }
      await submit(page).click();
      await readRevealedKey(page);
      await closeReveal(page);
      const outcomes = (await staffLog()).filter(({ kind }) => kind === 'outcome');
      expect(outcomes).toMatchObject([
        { outcome: unknown ? 'unknown' : 'failed', requestId: expect.stringMatching(/\S{8,}/) },
        { outcome: 'ok' },
      ]);
    });
  }

  test('with a time-out is unknown, and so it says', async ({
    page,
    signIn,
    organization,
    addFault,
    staffLog,
  }) => {
    await signIn('support');
    await page.goto(`${keysPath(organization.id)}?dialog=create`);
    await dialog(page).getByLabel('Description').fill('Nightly export');
    await addFault({ operation: 'tokens.createToken', latencyMs: 30_000, times: 1 });
    await submit(page).click();
    const alert = dialog(page).getByRole('alert').first();
    await expect(alert).toContainText('We do not know whether it happened.', { timeout: 30_000 });
    await expect(alert).toContainText('Scalekit did not answer in time.');
    expect((await staffLog()).at(-1)).toMatchObject({ kind: 'outcome', outcome: 'unknown' });
  });

  test('after it was done is unknown too: the key exists', async ({
    page,
    signIn,
    organization,
    addFault,
    scalekit,
  }) => {
    await signIn('support');
    await page.goto(`${keysPath(organization.id)}?dialog=create`);
    await dialog(page).getByLabel('Description').fill('Nightly export');
    await addFault({ operation: 'tokens.createToken', answer: 'reset', when: 'after', times: 1 });
    await submit(page).click();
    await expect(dialog(page).getByRole('alert').first()).toContainText(
      'We do not know whether it happened.',
    );
    expect(await scalekit.listApiKeys(organization.id)).toHaveLength(1);
  });

  test('of a feature switch goes back to what is true', async ({ page, signIn, organization, addFault }) => {
    await signIn('support');
    await page.goto(`${organizationPath(organization.id)}/settings`);
    await addFault({ operation: 'organizations.updateOrganizationSettings', status: 500, times: 1 });
    const policy = page.getByRole('switch', { name: /Session policy/ });
    await policy.click();
    await expect(page.getByRole('alert').filter({ hasText: 'HTTP 500' })).toBeVisible();
    await expect(policy).not.toBeChecked();
    await policy.click();
    await expect(policy).toBeChecked();
  });
});

test.describe('a session that was ended elsewhere', () => {
  test('asks to sign in, comes back to the form, and everything typed is still there', async ({
    page,
    context,
    organization,
  }) => {
    const support = 'dagny.ollershay@keydesk-demo.example';
    const signInButton = page.getByRole('button', { name: /^Sign in with / });
    await page.goto(keysPath(organization.id));
    await signInButton.click();
    await page.getByRole('button', { name: support }).click();
    await page.getByRole('link', { name: 'Create API key' }).click();
    await dialog(page).getByLabel('Description').fill('Nightly export');
    await dialog(page).getByRole('button', { name: 'Add claim' }).click();
    await dialog(page).getByLabel('Key of claim 1').fill('team');
    await dialog(page).getByLabel('Value of claim 1').fill('billing');
    await endSessionOf(context);
    await submit(page).click();

    await expect(page.getByText('Your session has ended')).toBeVisible();
    await signInButton.click();
    await expect(dialog(page).getByText('What you typed before is here again.')).toBeVisible();
    await expect(dialog(page).getByLabel('Description')).toHaveValue('Nightly export');
    await expect(dialog(page).getByLabel('Value of claim 1')).toHaveValue('billing');
    await submit(page).click();
    const value = await readRevealedKey(page);
    await closeReveal(page);
    await expectBrowserForgot(page, [{ kind: 'api_key', label: 'after signing in again', value }]);
  });
});
