import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import type { ScalekitApi } from './fixtures/scalekit-api';

const logPath = '/production/activity/staff-log';
const dialog = (page: Page) => page.getByRole('dialog');
const rows = (page: Page) => page.getByRole('table', { name: 'Staff activity' }).locator('tbody tr');
const apply = (page: Page) => page.getByRole('button', { name: 'Apply filters' }).click();

/** One write of each kind that the console has: a key made, edited and revoked, and a refused external id. */
async function actOn(page: Page, organizationId: string, scalekit: ScalekitApi): Promise<void> {
  const taken = await scalekit.createOrganization();
  await page.goto(`/production/organizations/${organizationId}?dialog=edit`);
  await dialog(page).getByLabel('External id').fill(taken.externalId);
  await dialog(page).getByRole('button', { name: 'Save details' }).click();
  await expect(dialog(page).getByLabel('External id')).toHaveAccessibleDescription(/already used/);

  await page.goto(`/production/organizations/${organizationId}/api-keys?dialog=create`);
  await dialog(page).getByLabel('Description').fill('Nightly export');
  await dialog(page).getByRole('button', { name: 'Create API key' }).click();
  await readRevealedKey(page);
  await closeReveal(page);
  await page.getByRole('button', { name: /^Actions for the key/ }).click();
  await page.getByRole('menuitem', { name: 'Revoke API key' }).click();
  await dialog(page).getByRole('button', { name: 'Revoke API key' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test('lists every write with its outcome, and filters by person, action, organization and outcome', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const actor = await signIn('lead');
  await actOn(page, organization.id, scalekit);
  await page.goto(logPath);
  await page.getByLabel('Person').selectOption(actor.email);
  await apply(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByText(`Person is ${actor.email}`)).toBeVisible();
  const [revoked, created, updated] = [rows(page).nth(0), rows(page).nth(1), rows(page).nth(2)];
  await expect(revoked).toContainText(/api_key\.revoke.*Done/);
  await expect(created).toContainText(/api_key\.create.*Done/);
  await expect(created).toContainText(/apit_\d+/);
  await expect(updated).toContainText(/organization\.update.*Failed/);
  await updated.locator('summary').click();
  await expect(updated).toContainText('Request id');

  await page.getByLabel('Action').selectOption('api_key.create');
  await apply(page);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Remove filter: Action is api_key.create' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByLabel('Outcome').selectOption('Failed');
  await apply(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('organization.update');

  await page.getByRole('link', { name: 'Clear all' }).click();
  // The form follows the address: typing before it has changed would send the old filters along.
  await expect(page.getByRole('link', { name: 'Clear all' })).toHaveCount(0);
  await page.getByLabel('Organization id').fill(organization.id);
  await apply(page);
  await expect(rows(page)).toHaveCount(3);
  await page.reload();
  await expect(rows(page), 'the filter is in the address').toHaveCount(3);
  await page.getByLabel('Outcome').selectOption('Refused');
  await apply(page);
  await expect(page.getByText('No entries')).toBeVisible();
  await expect(
    page.getByText(`Organization is ${organization.id}`),
    'an empty result keeps its filters',
  ).toBeVisible();
});

test('shows what was done to one organization on its own tab', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  await signIn('lead');
  await actOn(page, organization.id, scalekit);
  await page.getByRole('link', { name: 'Activity' }).last().click();
  await expect(page).toHaveURL(`/production/organizations/${organization.id}/activity`);
  await page.getByLabel('Source', { exact: true }).selectOption('staff');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByRole('table', { name: 'Activity' }).locator('tbody tr')).toHaveCount(3);
});

test('is not for a viewer, who is told so in words', async ({ page, signIn }) => {
  await signIn('viewer');
  await page.goto(logPath);
  await expect(page.getByText('Your role (viewer) does not include staff_log.read.')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test('keeps what a refused person tried', async ({ page, signIn, organization, staffLog }) => {
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/api-keys?dialog=create`);
  await expect(dialog(page)).toBeVisible();
  await signIn('viewer');
  await dialog(page).getByRole('button', { name: 'Create API key' }).click();
  await expect(dialog(page).getByRole('alert').first()).toContainText(
    'Your role (viewer) does not include api_key.create.',
  );
  expect(await staffLog()).toMatchObject([
    { kind: 'denied', action: 'api_key.create', errorCode: 'forbidden' },
  ]);
});

test('verifies the chain of the log, and shows its head to keep', async ({ page, signIn }) => {
  await signIn('lead');
  await page.goto(logPath);
  await page.getByRole('button', { name: 'Verify the log' }).click();
  const chain = page.getByRole('region', { name: 'Hash chain' });
  await expect(chain.getByText('Every entry is as it was written.')).toBeVisible();
  await expect(chain.getByText(/^production:\d+:[0-9a-f]{64}$/)).toBeVisible();
});
