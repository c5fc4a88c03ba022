import { expect, test } from './fixtures';
import { closeReveal, readRevealedSecret } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';

test('a client of the environment is made, its secret rotated with overlap, and the client deleted', async ({
  page,
  signIn,
  staffLog,
}) => {
  const name = `Portal ${uniqueWord()}`;
  await signIn('admin');
  await page.goto('/production/clients');
  await page.getByRole('link', { name: 'Create client' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Redirect addresses').fill('portal/callback');
  await dialog.getByRole('button', { name: 'Create client' }).click();
  await expect(dialog.getByText('Give whole addresses').first()).toBeVisible();
  await dialog.getByLabel('Redirect addresses').fill('https://portal.product.example/callback');
  await dialog.getByRole('button', { name: 'Create client' }).click();
  const old = await readRevealedSecret(page);
  await closeReveal(page);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain(old);

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Redirect addresses').fill('');
  await dialog.getByLabel('Sign-out addresses').fill('https://portal.product.example/bye');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('https://portal.product.example/bye')).toBeVisible();
  await expect(page.getByText('https://portal.product.example/callback')).toHaveCount(0);

  await page.getByRole('link', { name: 'Add secret', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add secret' }).click();
  const fresh = await readRevealedSecret(page);
  expect(fresh).not.toBe(old);
  await closeReveal(page);
  const secrets = page.getByRole('table', { name: 'Secrets' });
  await expect(secrets.getByText('Active', { exact: true })).toHaveCount(2);
  const ending = `the secret ending in ${old.slice(-4)}`;
  await page.getByRole('link', { name: `Deactivate ${ending}` }).click();
  await dialog.getByRole('button', { name: 'Deactivate secret' }).click();
  await expect(secrets.getByText('Inactive')).toBeVisible();
  await page.getByRole('link', { name: `Remove ${ending}` }).click();
  await dialog.getByRole('button', { name: 'Remove secret' }).click();
  await expect(secrets.getByText('Active', { exact: true })).toHaveCount(1);

  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await dialog.getByLabel('Type the name of the client').fill(name);
  await dialog.getByLabel('Reason').fill('The portal closed.');
  await dialog.getByRole('button', { name: 'Delete client' }).click();
  await expect(page.getByRole('heading', { name: 'Clients', level: 1 })).toBeVisible();
  const log = await staffLog();
  const done = log.filter(({ outcome }) => outcome === 'ok').map(({ action }) => action);
  expect(done).toEqual([
    'client.create',
    'client.update',
    'client.add_secret',
    'client.deactivate_secret',
    'client.remove_secret',
    'client.delete',
  ]);
});
