import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { withDatabase } from './fixtures/database';
import { openPalette } from './fixtures/keyboard';
import { uniqueWord } from './fixtures/scalekit-api';

const field = (page: Page) => page.getByRole('combobox', { name: 'Find anything' });
const lines = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Puts a text in at once, as a paste does, and presses Enter: two interactions from any page. */
async function pasteAndEnter(page: Page, text: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

test('J1: whatever a ticket holds leads to its customer by paste and Enter', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const member = await scalekit.addMember(organization.id);
  const key = await scalekit.createApiKey(organization.id, `Export ${uniqueWord()}`);
  await signIn('support');
  await page.goto('/production/roles');
  await pasteAndEnter(page, member.email);
  await expect(page).toHaveURL(/\/production\/users\/usr_/);
  await pasteAndEnter(page, organization.externalId);
  await expect(heading(page)).toHaveText(organization.displayName);

  // What was opened once is in the index: a part of its name is enough from then on, typed as one types.
  await page.goto('/development/organizations');
  await openPalette(page);
  await field(page).fill(`https://app.example/organizations/${organization.id}/sso`);
  await expect(lines(page).first()).toContainText(organization.displayName);
  await expect(lines(page).first()).toContainText('production');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/production/organizations/${organization.id}`);

  // A whole key is asked for, and neither the address nor a request line holds it.
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await pasteAndEnter(page, key.value);
  await expect(page).toHaveURL(`/production/organizations/${organization.id}/api-keys`);
  expect(addresses.filter((url) => url.includes(key.value))).toEqual([]);
});

test('J5: a leaked key is revoked from the palette, and what one pins stays at hand', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const key = await scalekit.createApiKey(organization.id, `Leaked ${uniqueWord()}`);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  await page.getByRole('button', { name: `Pin ${organization.displayName}` }).click();
  await expect(page.getByRole('button', { name: `Unpin ${organization.displayName}` })).toBeVisible();

  await page.goto('/production/roles');
  await openPalette(page);
  const pinned = page.getByRole('group', { name: 'Pinned' }).getByRole('option');
  await expect(pinned).toHaveText([organization.displayName]);
  await page.getByRole('button', { name: `Unpin ${organization.displayName}` }).click();
  await expect(pinned).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
    organization.displayName,
  ]);

  await field(page).fill(key.tokenId);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/production/organizations/${organization.id}/api-keys`);
  // By now the index knows its last four characters.
  await openPalette(page);
  await field(page).fill(key.suffix);
  await lines(page)
    .filter({ hasText: `Ends API key ${key.tokenId}` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke API key' }).click();
  await expect(page.getByText('No active API keys')).toBeVisible();
  const revoked = (await staffLog()).filter(({ action }) => action === 'api_key.revoke');
  expect(revoked.map(({ outcome }) => outcome)).toEqual([null, 'ok']);
});

test('somebody limited to some customers finds theirs and nobody else’s', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
}) => {
  const other = await scalekit.createOrganization();
  const { id } = await signIn('support');
  await withDatabase(stack.databaseUrl, async (client) => {
    await client.query('UPDATE staff SET all_customers = false WHERE id = $1', [id]);
    await client.query(`INSERT INTO staff_customer VALUES ($1, 'production', $2)`, [id, organization.id]);
  });
  await page.goto('/production/organizations');
  await pasteAndEnter(page, other.id);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found.' })).toBeVisible();
  await expect(lines(page)).toHaveCount(0);
  await field(page).fill(organization.externalId);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(organization.displayName);
});
