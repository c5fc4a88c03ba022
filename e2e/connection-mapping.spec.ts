import { expect, test } from './fixtures';
import { createKeyConnection } from './fixtures/connections-api';
import { addDomain } from './fixtures/domains-api';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn } from './fixtures/sessions-api';

test('the attribute mapping is changed as a whole', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
  staffLog,
}) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}`);
  await expect(page.getByText('Nothing is mapped here')).toBeVisible();
  await page.getByRole('link', { name: 'Change mapping' }).click();
  const dialog = page.getByRole('dialog');
  const add = dialog.getByRole('button', { name: 'Add pair' });
  await add.click();
  const field = dialog.getByLabel('Field of pair 1');
  await expect(field).toBeFocused();
  const offered = await field.evaluate((input: HTMLInputElement) =>
    [...(input.list?.options ?? [])].map(({ value }) => value),
  );
  expect(offered).toContain('family_name');
  await field.fill('email');
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  await expect(dialog.getByText('A value cannot be empty.').first()).toBeVisible();
  await expect(field).toHaveValue('email');
  await dialog.getByLabel('Claim of pair 1').fill('user.mail');
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  const table = page.getByRole('table', { name: 'Attribute mapping' });
  await expect(table.getByRole('row', { name: 'email user.mail' })).toBeVisible();
  expect((await journal('connections.updateConnection')).at(-1)).toMatchObject({
    request: { connection: { attribute_mapping: { email: 'user.mail' } } },
  });

  // The emulated service keeps a mapping that is to be emptied; it is said, and not taken for done.
  await page.getByRole('link', { name: 'Change mapping' }).click();
  await dialog.getByRole('button', { name: 'Remove pair 1' }).click();
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Still there, though taken away: email.');
  const outcomes = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(outcomes.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['connection.map_attributes', 'ok'],
    ['connection.map_attributes', 'ok'],
  ]);
});

test('domains are given to a connection and taken away', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  const second = `${uniqueWord()}.example`;
  await addDomain(scalekit, organization.id, second);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}`);
  await expect(page.getByText('No domain is given to this connection')).toBeVisible();
  await page.getByRole('link', { name: 'Change domains' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: domain }).check();
  await dialog.getByRole('checkbox', { name: second }).check();
  await dialog.getByRole('button', { name: 'Save domains' }).click();
  const table = page.getByRole('table', { name: 'Domains of the connection' });
  await expect(table.getByRole('row', { name: `${domain} Leads here` })).toBeVisible();

  await page.getByRole('link', { name: 'Change domains' }).click();
  await expect(dialog.getByRole('checkbox', { name: domain })).toBeChecked();
  await dialog.getByRole('checkbox', { name: second }).uncheck();
  await dialog.getByRole('button', { name: 'Save domains' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(table.getByText(domain)).toBeVisible();
  await expect(table.getByText(second)).toHaveCount(0);
  expect(await journal('connections.assignDomainsToConnection')).toHaveLength(2);
});

test('a viewer changes neither', async ({ page, signIn, organization, scalekit }) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  await signIn('viewer');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}`);
  await expect(page.getByRole('link', { name: 'Test connection' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Change\b/ })).toHaveCount(0);
});

test('a connection of another type says what it is', async ({ page, signIn, organization, scalekit }) => {
  const connectionId = await createKeyConnection(scalekit, organization.id);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections/${connectionId}`);
  await expect(page.getByText('It is neither OIDC nor SAML')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'For the customer’s identity provider' })).toHaveCount(0);
  await expect(page.getByText('Scalekit offers no test of this connection.')).toBeVisible();
});
