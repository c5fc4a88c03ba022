import { expect, test } from './fixtures';
import { createAppConnection } from './fixtures/agents-api';
import { authorizeAccount } from './fixtures/mcp-api';
import { closeReveal, readRevealedLink, readRevealedSessionToken } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';

const person = 'ada@heronsgate.example';

test('an MCP server is made from tools, a person authorized for it, and both their ways in are shown once', async ({
  page,
  signIn,
  scalekit,
  staffLog,
}) => {
  const { keyId } = await createAppConnection(scalekit);
  const name = `triage-${uniqueWord()}`;
  await signIn('admin');
  await page.goto('/production/mcp');
  await page.getByRole('link', { name: 'Create configuration' }).click();
  const dialog = page.getByRole('dialog');
  const create = dialog.getByRole('button', { name: 'Create configuration' });
  await dialog.getByLabel('Name', { exact: true }).fill('My Server');
  await dialog.getByLabel('Key of connection 1').fill('nobody-knows-it');
  await dialog.getByLabel('Tools of connection 1').fill('hubspot_contact_get\nhubspot_deals_search');
  await create.click();
  await expect(dialog.getByText('A name holds lowercase letters').first()).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await create.click();
  await expect(dialog.getByText('connection nobody-knows-it does not exist').first()).toBeVisible();
  await dialog.getByLabel('Key of connection 1').fill(keyId);
  await create.click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy server address' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tools per connection' })).toContainText(
    'hubspot_contact_get hubspot_deals_search',
  );

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Tools of connection 1').fill('');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('All of them, also those')).toBeVisible();

  await page.getByLabel('Identifier').fill(person);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText(`Not authorized: ${keyId}.`)).toBeVisible();
  await page.getByRole('link', { name: `Get an authorization link for ${keyId}` }).click();
  await dialog.getByRole('button', { name: 'Get the link' }).click();
  const link = await readRevealedLink(page);
  await closeReveal(page);
  await expect(page.getByText('Waits for consent')).toBeVisible();
  await authorizeAccount(scalekit, keyId, person);

  await page.getByRole('link', { name: 'Make a session token' }).click();
  await dialog.getByLabel('Reason').fill('To see what her agent sees.');
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const token = await readRevealedSessionToken(page);
  expect(token.split('.')).toHaveLength(3);
  await closeReveal(page);

  await page.getByRole('link', { name: 'Create instance' }).click();
  await expect(dialog.getByLabel('Identifier')).toHaveValue(person);
  await dialog.getByLabel('Name').fill('Agent of Ada');
  await dialog.getByRole('button', { name: 'Create instance' }).click();
  await expect(page.getByRole('heading', { name: 'Agent of Ada', level: 1 })).toBeVisible();
  await expect(page.getByText('Every connection is authorized.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Name').fill('Mail agent of Ada');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('link', { name: name, exact: true }).click();

  await page.getByRole('link', { name: `Instances of ${name}` }).click();
  await page.getByRole('link', { name: 'Mail agent of Ada', exact: true }).click();
  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await dialog.getByLabel('Type the name of the instance').fill('Mail agent of Ada');
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await expect(page.getByRole('heading', { name: 'MCP instances', level: 1 })).toBeVisible();

  await page.goto(`/production/mcp?name=${name}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await expect(dialog).toContainText('No instance goes with it.');
  await dialog.getByLabel('Type the name of the configuration').fill(name);
  await dialog.getByLabel('Reason').fill('The team has moved on.');
  await dialog.getByRole('button', { name: 'Delete configuration' }).click();
  await expect(page.getByRole('heading', { name: 'MCP configurations', level: 1 })).toBeVisible();

  const log = await staffLog();
  const done = log.filter(({ outcome }) => outcome === 'ok').map(({ action }) => action);
  expect(done).toEqual([
    'mcp_config.create',
    'mcp_config.update',
    'mcp_account.authorize',
    'mcp_token.create',
    'mcp_instance.create',
    'mcp_instance.update',
    'mcp_instance.delete',
    'mcp_config.delete',
  ]);
  for (const secret of [link, token]) expect(JSON.stringify(log)).not.toContain(secret);
});
