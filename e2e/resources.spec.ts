import { expect, test } from './fixtures';
import { connectAccount, consentByLink, createAccountLink, createAppConnection } from './fixtures/agents-api';
import { closeReveal, readRevealedSecret } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';

test('a resource is made and connected, its client edited, and a consent taken back', async ({
  page,
  signIn,
  staffLog,
}) => {
  const name = `Ledger server ${uniqueWord()}`;
  await signIn('admin');
  await page.goto('/production/resources');
  await page.getByRole('link', { name: 'Create resource' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Logo').fill('http://ledger.example/logo.svg');
  await dialog.getByRole('button', { name: 'Create resource' }).click();
  await expect(dialog.getByText('Give a whole https:// address.').first()).toBeVisible();
  await dialog.getByLabel('Logo').fill('https://ledger.example/logo.svg');
  await dialog.getByRole('button', { name: 'Create resource' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('https://ledger.example/logo.svg')).toBeVisible();

  await page.getByRole('link', { name: 'Create client' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Booking agent');
  await dialog.getByRole('button', { name: 'Create client' }).click();
  await readRevealedSecret(page);
  await closeReveal(page);
  await page.getByRole('link', { name: 'Edit Booking agent' }).click();
  await dialog.getByLabel('Scopes').fill('entries:read');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('table', { name: 'Clients of the resource' })).toContainText('entries:read');

  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Use your own sign-in…' }).click();
  await dialog.getByRole('button', { name: 'Add the connection' }).click();
  await expect(page.getByText('not in use until it is set up')).toBeVisible();
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Take its own sign-in away…' }).click();
  await dialog.getByLabel('Type the name of the resource').fill(name);
  await dialog.getByLabel('Reason').fill('It signs in at Scalekit.');
  await dialog.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('Scalekit’s own', { exact: true })).toBeVisible();

  await page.goto('/production/resources');
  await page.getByRole('link', { name: 'Product MCP server' }).first().click();
  const revoke = page.getByRole('link', { name: /^Revoke the consent of/ }).first();
  const label = (await revoke.getAttribute('aria-label')) ?? '';
  await revoke.click();
  await dialog.getByRole('button', { name: 'Revoke consent' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('link', { name: label, exact: true })).toHaveCount(0);
  const done = (await staffLog()).filter(({ outcome }) => outcome === 'ok').map(({ action }) => action);
  expect(done).toEqual([
    'resource.create',
    'resource_client.create',
    'resource_client.update',
    'resource.connect',
    'resource.delete_provider',
    'consent.revoke',
  ]);
});

test('an account is found by its person, and leads to the tools that it can run', async ({
  page,
  signIn,
  scalekit,
}) => {
  const { keyId } = await createAppConnection(scalekit);
  const person = `ora-${uniqueWord()}@heronsgate.example`;
  await consentByLink(await createAccountLink(scalekit, await connectAccount(scalekit, keyId, person)));
  await signIn('support');
  await page.goto('/production/connected-accounts');
  await expect(page.getByRole('table')).toBeVisible();
  await page.goto(`/production/connected-accounts?q=${person}`);
  await page.getByRole('link', { name: person, exact: true }).click();
  await page.getByRole('link', { name: 'that this person’s accounts can run' }).click();
  await expect(page).toHaveURL(/view=scoped/);
  await expect(page.getByLabel('Identifier', { exact: true })).toHaveValue(person);
  await expect(page.getByRole('table')).toContainText('hubspot');
  await page.goBack();
  await page.getByRole('link', { name: 'that would be available' }).click();
  await expect(page).toHaveURL(/view=available/);
  await expect(page.getByRole('table')).toContainText('hubspot');
});
