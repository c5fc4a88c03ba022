import { expect, test } from './fixtures';
import type { ScalekitApi } from './fixtures/scalekit-api';

async function namesOf(scalekit: ScalekitApi, userId: string): Promise<string[]> {
  const answer = await scalekit.send('GET', `/webauthn/credentials?user_id=${userId}`);
  return (answer as { credentials: { display_name: string }[] }).credentials.map((one) => one.display_name);
}

test('a passkey gets a name that tells it apart, and the lost one is removed', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const { id: userId } = await scalekit.addMember(organization.id);
  await scalekit.control('POST', 'passkeys', { userId, displayName: 'Key' });
  await scalekit.control('POST', 'passkeys', { userId, displayName: 'Lost key', securityKey: true });
  await signIn('lead');
  await page.goto(`/production/users/${userId}/passkeys`);
  const dialog = page.getByRole('dialog');
  const table = page.getByRole('table', { name: 'Passkeys' });
  await expect(table.getByRole('row', { name: /^Lost key/ })).toContainText('YubiKey 5 Series');

  await table.getByRole('button', { name: 'Actions for Key', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rename passkey' }).click();
  const name = dialog.getByLabel('Name');
  await expect(name).toHaveValue('Key');
  await name.fill('n'.repeat(121));
  await dialog.getByRole('button', { name: 'Save name' }).click();
  await expect(name).toHaveAccessibleDescription(/at most 120 characters/);
  await name.fill('Laptop in Leeds');
  await dialog.getByRole('button', { name: 'Save name' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(table).toContainText('Laptop in Leeds');

  await table.getByRole('button', { name: 'Actions for Lost key' }).click();
  await page.getByRole('menuitem', { name: 'Remove passkey' }).click();
  await expect(dialog).toContainText('Sessions it started go on');
  await dialog.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(table.getByRole('row', { name: /^Lost key/ })).toHaveCount(0);
  expect(await namesOf(scalekit, userId)).toEqual(['Laptop in Leeds']);
  const acts = (await staffLog()).map(({ action, kind, outcome }) => [action, kind, outcome]);
  expect(acts).toEqual([
    ['passkey.rename', 'intent', null],
    ['passkey.rename', 'outcome', 'ok'],
    ['passkey.remove', 'intent', null],
    ['passkey.remove', 'outcome', 'ok'],
  ]);
});

test('a viewer sees passkeys and cannot change them', async ({ page, signIn, organization, scalekit }) => {
  const { id: userId } = await scalekit.addMember(organization.id);
  await scalekit.control('POST', 'passkeys', { userId });
  await signIn('viewer');
  await page.goto(`/production/users/${userId}/passkeys`);
  await page.getByRole('button', { name: 'Actions for Work laptop' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Copy passkey id']);
});
