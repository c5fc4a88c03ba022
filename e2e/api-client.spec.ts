import { expect, test } from './fixtures';
import { closeReveal, readRevealedSecret } from './fixtures/reveal';

// Job J6: a machine's secret is rotated with overlap; each act takes three interactions at most.
test('a machine is made, its secret rotated without a gap, and the machine deleted', async ({
  page,
  signIn,
  organization,
  journal,
  staffLog,
}) => {
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/clients`);
  await page.getByRole('link', { name: 'Create API client' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Nightly deploys');
  await dialog.getByLabel('Scopes').fill('orders:read orders:write');
  await dialog.getByRole('button', { name: 'Create API client' }).click();
  await expect(dialog.getByText('A scope has no spaces: one to a line.').first()).toBeVisible();
  await dialog.getByLabel('Scopes').fill('orders:read\norders:write');
  await dialog.getByRole('button', { name: 'Create API client' }).click();
  const old = await readRevealedSecret(page);
  await closeReveal(page);
  await page.reload();
  expect(await page.content()).not.toContain(old);
  await page.getByRole('link', { name: 'Nightly deploys' }).click();
  await expect(page.getByText('The last secret cannot be removed')).toBeVisible();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Description').fill('Ships at night');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Ships at night')).toBeVisible();

  // 1: Add secret. 2: the same in the dialog. 3: I have stored it.
  await page.getByRole('link', { name: 'Add secret', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add secret' }).click();
  const fresh = await readRevealedSecret(page);
  await closeReveal(page);
  await expect(page.getByRole('table', { name: 'Secrets' }).getByText('Active')).toHaveCount(2);

  await page.getByRole('link', { name: 'Fetch a token' }).click();
  await dialog.getByLabel('Client secret').fill(old);
  await dialog.getByRole('button', { name: 'Fetch a token' }).click();
  await expect(dialog.getByText('The secret works')).toBeVisible();
  await expect(dialog).toContainText('orders:read, orders:write');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: `Remove the secret ending in ${old.slice(-4)}` }).click();
  await dialog.getByRole('button', { name: 'Remove secret' }).click();
  await expect(page.getByRole('table', { name: 'Secrets' }).getByText('Active')).toHaveCount(1);
  await page.getByRole('link', { name: 'Fetch a token' }).click();
  await dialog.getByLabel('Client secret').fill(old);
  await dialog.getByRole('button', { name: 'Fetch a token' }).click();
  await expect(dialog.getByText(/refused this secret/).first()).toBeVisible();
  await dialog.getByLabel('Client secret').fill(fresh);
  await dialog.getByRole('button', { name: 'Fetch a token' }).click();
  await expect(dialog.getByText('The secret works')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await dialog.getByLabel('Type the name of the API client').fill('Nightly deploys');
  await dialog.getByRole('button', { name: 'Delete API client' }).click();
  await expect(page.getByText('No API clients')).toBeVisible();
  expect(await journal('clients.deleteOrganizationClient')).toMatchObject([{ status: 200 }]);
  const acts = (await staffLog())
    .filter(({ kind }) => kind === 'outcome')
    .map(({ action, outcome }) => [action, outcome]);
  expect(acts).toEqual([
    ['api_client.create', 'ok'],
    ['api_client.update', 'ok'],
    ['api_client.add_secret', 'ok'],
    ['api_client.try', 'ok'],
    ['api_client.remove_secret', 'ok'],
    ['api_client.try', 'failed'],
    ['api_client.try', 'ok'],
    ['api_client.delete', 'ok'],
  ]);
});
