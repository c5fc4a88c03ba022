import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import { uniqueWord } from './fixtures/scalekit-api';

// The first half of job J11: a provider is one form; a connection for it one more.
test('a provider is registered, previewed, connected, replaced with the difference in sight, and deleted', async ({
  page,
  signIn,
  stack,
  staffLog,
}) => {
  const name = `Ledgerline ${uniqueWord()} MCP`;
  await signIn('lead');
  await page.goto('/production/providers');
  await page.getByRole('link', { name: 'Create provider' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${name}!`);
  await page.getByLabel('Proxy address').fill('http://{{region}}.ledgerline.example/mcp');
  await page.getByRole('radio', { name: 'Bearer token' }).check();
  await page.getByLabel('It is an MCP server').check();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toContainText('No field has the key token');
  const add = page.getByRole('button', { name: 'Add field', exact: true });
  for (const [number, key, label] of [
    [1, 'region', 'Region'],
    [2, 'token', 'Ledgerline token'],
  ] as const) {
    await add.click();
    await page.getByLabel(`Key of field ${number}`).fill(key);
    await page.getByLabel(`Label of field ${number}`).fill(label);
  }
  await page.getByLabel('Secret (field 2)').check();
  await page.getByRole('button', { name: 'Move field 2 up' }).click();
  await expect(page.getByLabel('Key of field 1')).toHaveValue('token');
  await expect(preview.getByText(/Ledgerline token|Region/)).toHaveText([
    'Ledgerline token (required)',
    'Region (required)',
  ]);
  await expect(preview).not.toContainText('No field has the key token');
  await page.getByRole('button', { name: 'Create provider' }).click();
  const problems = page.getByRole('alert').filter({ hasText: '2 fields need another look' });
  await expect(problems).toContainText('A name holds letters, digits and spaces alone.');
  await expect(problems).toContainText('It starts with https:// and has no spaces.');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Proxy address').fill('https://{{region}}.ledgerline.example/mcp');
  await page.getByRole('button', { name: 'Create provider' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('None yet: agents cannot act there.')).toBeVisible();
  const address = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Create app connection' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Bearer token' })).toBeChecked();
  await expect(dialog).toContainText(`${name}, one of your own.`);
  await dialog.getByRole('button', { name: 'Create app connection' }).click();
  await expect(page).toHaveURL(/app-connections\/conn_/);

  await page.goto(`${address}/edit`);
  await expect(page.getByText('The way to authorize is replaced as a whole')).toBeVisible();
  await page.getByRole('button', { name: 'Remove field 2' }).click();
  await page.getByLabel('Proxy address').fill('https://eu.ledgerline.example/mcp');
  const changes = page.getByRole('region', { name: 'What saving does' });
  await expect(changes).toContainText('Field region is gone.');
  await page.getByRole('button', { name: 'Save provider' }).click();
  await expect(page.getByRole('table', { name: 'Fields' })).not.toContainText('region');

  await page.getByRole('link', { name: 'Delete' }).click();
  await expect(dialog).toContainText('1 app connection uses it');
  await dialog.getByLabel('Type the name of the provider').fill(name);
  await dialog.getByRole('button', { name: 'Delete provider' }).click();
  await expect(page.getByRole('heading', { name: 'Providers', level: 1 })).toBeVisible();
  const identifier = address.split('/').at(-1) ?? '';
  const url = stack.production.url;
  expect(await readJournal(url, identifier, 'customProviders.delete')).toMatchObject([{ status: 200 }]);
  const acts = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(acts.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['provider.create', 'ok'],
    ['app_connection.create', 'ok'],
    ['provider.update', 'ok'],
    ['provider.delete', 'ok'],
  ]);

  await page.goto('/production/providers?kind=built_in&q=google%20cal');
  await expect(page.getByRole('table', { name: 'Providers' }).getByText('Built in')).toBeVisible();
  await page.getByRole('link', { name: 'Google Calendar', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Google Calendar', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
});
