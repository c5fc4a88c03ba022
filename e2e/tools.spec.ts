import { expect, test } from './fixtures';
import { createAppConnection } from './fixtures/agents-api';
import { uniqueWord } from './fixtures/scalekit-api';

// Job J11: a custom provider is one form; the check of a tool with a customer's account is one run.
test('a custom MCP provider is registered in one form, and its tool checked in one run', async ({
  page,
  signIn,
  scalekit,
  staffLog,
}) => {
  const word = uniqueWord();
  await signIn('admin');
  await page.goto('/production/providers/new');
  await page.getByLabel('Name', { exact: true }).fill(`Tidewater ${word}`);
  await page.getByLabel('Proxy address').fill('https://mcp.tidewater.example');
  await page.getByRole('radio', { name: 'Bearer token' }).check();
  await page.getByLabel('It is an MCP server').check();
  await page.getByRole('button', { name: 'Add field', exact: true }).click();
  await page.getByLabel('Key of field 1').fill('token');
  await page.getByLabel('Label of field 1').fill('Tidewater token');
  await page.getByRole('button', { name: 'Create provider' }).click();
  await expect(page.getByRole('heading', { name: `Tidewater ${word}`, level: 1 })).toBeVisible();
  const provider = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');

  // A customer connects their account meanwhile.
  const { keyId } = await createAppConnection(scalekit, 'API_KEY', provider);
  const identifier = `ora-${word}@example.com`;
  const details = { static_auth: { details: { token: 'made-up' } } };
  await scalekit.send('POST', '/connected_accounts', {
    connector: keyId,
    identifier,
    connected_account: { authorization_details: details },
  });

  await page.goto('/production/tools');
  await expect(page.getByText(/of 15,9/)).toBeVisible();
  await page.getByLabel('Identifier', { exact: true }).fill(identifier);
  await page.getByLabel('Of that identifier').selectOption('scoped');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await page.getByRole('link', { name: `c-${keyId}_search_records` }).click();
  await expect(page.getByText('modifiers that an application adds with the SDK')).toBeVisible();
  await page.getByRole('button', { name: 'Run tool' }).click();
  const problems = page.getByRole('alert').filter({ hasText: 'another look' });
  await expect(problems).toContainText('query: The tool needs this.');
  await problems.getByRole('link', { name: 'query' }).click();
  await page.keyboard.type('invoice');
  await page.getByRole('button', { name: 'Run tool' }).click();
  await expect(problems).toContainText('Reason: Say in a few words why');
  await page.getByLabel('Reason').fill('ticket 4711');
  await page.getByRole('button', { name: 'Run tool' }).click();
  await expect(page.getByRole('region', { name: 'output' })).toContainText('"title": "invoice 3"');
  const sent = (await staffLog()).filter(({ kind }) => kind === 'intent').map(({ action }) => action);
  expect(sent, 'one form for the provider, one run of the tool').toEqual(['provider.create', 'tool.run']);
  const execution = await page
    .getByText('Execution', { exact: true })
    .locator('xpath=following-sibling::dd//code')
    .textContent();

  await page.goto(`/production/tools/c-${keyId}_get_record?identifier=${identifier}`);
  await page.getByLabel('id', { exact: true }).fill('rec_1');
  await page.getByLabel('Reason').fill('ticket 4711');
  await page.getByRole('button', { name: 'Run tool' }).click();
  const failure = page.getByRole('alert').filter({ hasText: "The provider's error" });
  await expect(failure).toContainText('There is no record rec_1.');

  await page.goto('/production/tool-runs');
  const run = (tool: string) => page.getByRole('row').filter({ hasText: `c-${keyId}_${tool}` });
  await expect(run('get_record')).toContainText("The provider's error");
  await expect(run('search_records').filter({ hasText: 'Done' })).toContainText(execution ?? '');
});

test('a proxied request shows the answer of the provider, and somebody of support is told whose it is', async ({
  page,
  signIn,
  scalekit,
}) => {
  const { keyId } = await createAppConnection(scalekit, 'OAUTH', 'GMAIL');
  const identifier = `ines-${uniqueWord()}@example.com`;
  const token = { access_token: 'made-up', scopes: ['read'], refresh_token: 'made-up-too' };
  await scalekit.send('POST', '/connected_accounts', {
    connector: keyId,
    identifier,
    connected_account: { authorization_details: { oauth_token: token } },
  });
  await signIn('admin');
  await page.goto(`/production/proxy-request?connection=${keyId}&identifier=${identifier}`);
  await page.getByLabel('Path').fill('/../api/v1/organizations');
  await page.getByLabel('Reason').fill('ticket 4711');
  await page.getByRole('button', { name: 'Send request' }).click();
  const problem = page.getByRole('alert').filter({ hasText: 'Path: Give a path at the provider' });
  await expect(problem).toBeVisible();
  await page.getByLabel('Path').fill('/gmail/v1/users/me/profile');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('region', { name: 'body of the answer' })).toContainText(identifier);
  await page.getByText('Headers', { exact: true }).last().click();
  await expect(page.getByText('application/json')).toBeVisible();
  await page.getByLabel('Path').fill('/gmail/v1/nowhere');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText("404, the provider's error")).toBeVisible();

  await signIn('support');
  await page.goto('/production/proxy-request');
  await expect(page.getByText('In production they are for admins')).toBeVisible();
});
