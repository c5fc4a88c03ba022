import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import { openSignIn } from './fixtures/sessions-api';
import { e2eStack } from './setup/stack';

// The call names no organization, so the test's own journal does not have it.
async function askedFor(connectionId: string) {
  const entries = await readJournal(e2eStack().production.url, connectionId);
  return entries.filter(({ operation }) => operation === 'connections.getConnectionTestResult');
}

/** Opens the test in its own tab, as a click does, and gives its id. */
async function openTest(page: Page) {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('dialog').getByRole('link', { name: 'Open the test in a new tab' }).click();
  const tab = await opened;
  const testId = (await tab.getByText(/^test_\w+$/).textContent()) ?? '';
  return { tab, testId };
}

test('a trial sign-in that works shows what the identity provider sent', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}`);
  await page.getByRole('link', { name: 'Test connection' }).click();
  const dialog = page.getByRole('dialog');
  const { tab, testId } = await openTest(page);
  await dialog.getByLabel('Test id, address').fill(testId);
  await dialog.getByRole('button', { name: 'Show result' }).click();
  await expect(dialog.getByText('Waits for the sign-in to end')).toBeVisible();
  await expect(dialog.getByRole('progressbar', { name: 'Time waited' })).toBeVisible();

  await tab.getByLabel('Somebody else, named below').check();
  await tab.getByLabel('E-mail').fill(`jo@${domain}`);
  await tab.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByText('The sign-in worked')).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText(`jo@${domain}`)).toBeVisible();
  expect((await askedFor(connectionId)).length).toBeGreaterThan(1);
});

test('a trial sign-in that fails says what happened and who must act', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  await signIn('viewer');
  const path = `/production/organizations/${organization.id}/connections/${connectionId}`;
  await page.goto(`${path}?dialog=test`);
  const dialog = page.getByRole('dialog');
  const { tab, testId } = await openTest(page);
  await tab.getByLabel('How it ends').selectOption('mandatory_attribute_missing');
  await tab.getByRole('button', { name: 'Continue' }).click();
  await expect(tab.getByText('FAILURE')).toBeVisible();

  // The address of a result can be sent to a colleague.
  await page.goto(`${path}?dialog=test:${testId}`);
  await expect(dialog.getByRole('alert')).toContainText(
    'The identity provider did not send a required attribute',
  );
  await expect(dialog.getByRole('alert')).toContainText('the customer’s IT administrator');

  await dialog.getByLabel('Test id, address').fill('nothing known');
  await dialog.getByRole('button', { name: 'Show result' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Neither a test id');
  await dialog
    .getByLabel('Test id, address')
    .fill('https://app.example/callback?error=connection_not_active');
  await dialog.getByRole('button', { name: 'Show result' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The connection is disabled');
});

test('closing the dialog stops asking', async ({ page, signIn, organization, scalekit }) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  await signIn('viewer');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}?dialog=test`);
  const { tab, testId } = await openTest(page);
  await tab.close();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Test id, address').fill(testId);
  await dialog.getByRole('button', { name: 'Show result' }).click();
  await expect(dialog.getByText('Waits for the sign-in to end')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog).toHaveCount(0);
  // What was on its way then still arrives.
  await page.waitForTimeout(500);
  const asked = (await askedFor(connectionId)).length;
  await page.waitForTimeout(4_000);
  expect(await askedFor(connectionId)).toHaveLength(asked);
});
