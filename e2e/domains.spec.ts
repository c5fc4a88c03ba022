import { expect, test } from './fixtures';
import { publishTxt } from './fixtures/dns';
import { addPortalDomain } from './fixtures/domains-api';
import { uniqueWord } from './fixtures/scalekit-api';

test('a domain that waits for its record is explained by what the DNS says', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const name = `${uniqueWord()}.example`;
  await addPortalDomain(scalekit, organization.id, name);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/domains`);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Waits for its record');

  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Check DNS' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The DNS does not know this domain');
  const value = (await dialog.locator('dd code').nth(2).textContent()) ?? '';
  expect(value).toMatch(/=[0-9a-f-]{36}$/);

  publishTxt(name, ['v=spf1 -all']);
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog).toContainText('There are TXT records, but not this one');
  await expect(dialog.getByRole('list', { name: 'TXT records that are there' })).toContainText('v=spf1 -all');
  publishTxt(name, ['v=spf1 -all', value]);
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog).toContainText('The record is published');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  // The emulated service has a DNS of its own, in which nothing is published: it says so, and that is no failure.
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Verify' }).click();
  await dialog.getByRole('button', { name: 'Verify now' }).click();
  await expect(dialog).toContainText('Scalekit has not found the record');
  expect(await journal('domains.verifyDomain')).toHaveLength(1);
});

test('a domain is added, refused where it must be, and deleted', async ({
  page,
  signIn,
  organization,
  journal,
  staffLog,
}) => {
  const name = `${uniqueWord()}.example`;
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/domains`);
  await expect(page.getByText('No domains')).toBeVisible();
  await page.getByRole('link', { name: 'Add domain' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Domain', { exact: true });
  const add = dialog.getByRole('button', { name: 'Add domain' });

  await field.fill('ada@northquay.example');
  await add.click();
  await expect(dialog.getByText('what stands behind the @').first()).toBeVisible();
  await field.fill('gmail.com');
  await add.click();
  await expect(dialog.getByText('is a public or disposable domain').first()).toBeVisible();
  await expect(field).toHaveValue('gmail.com');
  await field.fill(name.toUpperCase());
  await add.click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Verified by us');

  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete domain' }).click();
  await expect(dialog).toContainText('No enabled connection: no sign-in is routed by it now.');
  await dialog.getByRole('button', { name: 'Delete domain' }).click();
  await expect(page.getByText('No domains')).toBeVisible();
  expect(await journal('domains.deleteDomain')).toMatchObject([{ status: 200 }]);
  const acts = (await staffLog()).map(({ action, kind, outcome }) => [action, kind, outcome]);
  expect(acts).toEqual([
    ['domain.add', 'intent', null],
    ['domain.add', 'outcome', 'failed'],
    ['domain.add', 'intent', null],
    ['domain.add', 'outcome', 'ok'],
    ['domain.delete', 'intent', null],
    ['domain.delete', 'outcome', 'ok'],
  ]);
});

test('a viewer sees domains and cannot change them', async ({ page, signIn, organization, scalekit }) => {
  await addPortalDomain(scalekit, organization.id, `${uniqueWord()}.example`);
  await signIn('viewer');
  await page.goto(`/production/organizations/${organization.id}/domains`);
  await expect(page.getByText('Waits for its record')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add domain' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Check DNS' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete domain' })).toHaveCount(0);
});
