import { expect, test } from './fixtures';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn } from './fixtures/sessions-api';

test('a connection is disabled, enabled again, and deleted with a reason', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  await signIn('lead');
  await page.goto(`/production/organizations/${organization.id}/connections`);
  await page.getByRole('link', { name: 'Okta' }).click();
  await expect(page.getByText('Redirect URI')).toBeVisible();
  expect(await page.content()).not.toContain('made-up');

  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Disable', exact: true }).click();
  await expect(dialog).toContainText('Sessions that are open stay open.');
  await dialog.getByRole('button', { name: 'Disable connection' }).click();
  await page.getByRole('link', { name: 'Enable', exact: true }).click();
  await dialog.getByRole('button', { name: 'Enable connection' }).click();
  await expect(page.getByRole('link', { name: 'Disable', exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  const name = (await dialog.locator('strong').first().textContent()) ?? '';
  await dialog.getByLabel('Type the name of the connection').fill(name);
  await dialog.getByLabel('Reason').fill(`Moved away from ${domain}`);
  await dialog.getByRole('button', { name: 'Delete connection' }).click();
  await expect(page.getByText('No connections')).toBeVisible();
  const log = await staffLog();
  expect(
    log.filter(({ kind }) => kind === 'outcome').map(({ action, outcome }) => [action, outcome]),
  ).toEqual([
    ['connection.disable', 'ok'],
    ['connection.enable', 'ok'],
    ['connection.delete', 'ok'],
  ]);
  expect(log.every((entry) => JSON.stringify(entry).includes(connectionId) || entry.kind === 'outcome')).toBe(
    true,
  );
});

test('a connection that lacks something is refused in words', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  await scalekit.send('POST', `/organizations/${organization.id}/connections`, {
    provider: 'OKTA',
    type: 'SAML',
  });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections`);
  await page.getByRole('link', { name: 'Okta' }).click();
  await page.getByRole('link', { name: 'Enable', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enable connection' }).click();
  await expect(dialog.getByText(/Scalekit did not do this/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Delete', exact: true })).toHaveCount(0);
});

test('the connections of all customers are narrowed by filters in the address', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const { domain } = await openSignIn(scalekit, organization.id);
  await signIn('viewer');
  await page.goto('/production/connections');
  await page.getByLabel('Type').selectOption('OIDC');
  await page.getByLabel('Sign-in').selectOption('yes');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/type=OIDC.*enabled=yes/);
  await expect(page.getByRole('table', { name: 'Connections' }).getByText('SAML')).toHaveCount(0);
  await page.getByLabel('Identity provider', { exact: true }).selectOption('OKTA');
  await page.getByLabel('Domain', { exact: true }).fill(`ada@${domain}`);
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/domain=ada%40.*provider=OKTA/);
  await expect(page.getByRole('row', { name: new RegExp(organization.displayName) })).toBeVisible();
  await page.getByLabel('Organization, key or id').fill(`nobody-${uniqueWord()}`);
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByText('No connection matches')).toBeVisible();
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(/\/production\/connections$/);
});
