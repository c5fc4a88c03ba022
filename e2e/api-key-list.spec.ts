import { expect, test } from './fixtures';
import { addClaim, dialog, keysPath, rows } from './fixtures/api-keys-page';

test.describe('the list of API keys', () => {
  test('pages, and filters by user in the address', async ({ page, signIn, organization, scalekit }) => {
    const member = await scalekit.addMember(organization.id);
    for (let made = 0; made < 31; made++) await scalekit.createApiKey(organization.id, `key ${made}`);
    await scalekit.createApiKey(organization.id, 'of the member', member.id);
    await signIn('viewer');
    await page.goto(keysPath(organization.id));
    await expect(page.getByText('1–30 of 32')).toBeVisible();
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText('31–32 of 32')).toBeVisible();
    await page.getByRole('link', { name: 'Previous' }).click();
    await expect(page.getByText('1–30 of 32')).toBeVisible();

    await page.getByLabel('User id').fill(member.id);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(page).toHaveURL(`${keysPath(organization.id)}?user=${member.id}`);
    await page.getByRole('link', { name: /^Remove filter/ }).click();
    await expect(page.getByText('1–30 of 32')).toBeVisible();
    await page.getByLabel('User id').fill('jane@customer.example');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page.getByLabel('User id')).toHaveAccessibleDescription(/starts with usr_/);
    await expect(page.getByLabel('User id')).toHaveValue('jane@customer.example');
  });

  test('lets description and claims be edited, never the value', async ({
    page,
    signIn,
    organization,
    scalekit,
    staffLog,
  }) => {
    const { suffix, tokenId } = await scalekit.createApiKey(organization.id, 'before');
    await signIn('support');
    await page.goto(keysPath(organization.id));
    await page.getByRole('button', { name: `Actions for the key ending in ${suffix}` }).click();
    await page.getByRole('menuitem', { name: 'Edit description and claims' }).click();
    await dialog(page).getByLabel('Description').fill('after');
    await addClaim(page, 1, 'team', 'billing');
    await dialog(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(rows(page)).toContainText('after');
    await expect(rows(page)).toContainText('team=billing');
    expect(await staffLog()).toMatchObject([
      { kind: 'intent', action: 'api_key.update', targetId: tokenId },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  test('lets a key be revoked, says what is not known of its use, and it stops at once', async ({
    page,
    signIn,
    organization,
    scalekit,
    journal,
    staffLog,
  }) => {
    const { value, suffix, tokenId } = await scalekit.createApiKey(organization.id, 'leaked');
    await signIn('support');
    await page.goto(keysPath(organization.id));
    await page.getByRole('button', { name: `Actions for the key ending in ${suffix}` }).click();
    await page.getByRole('menuitem', { name: 'Revoke API key' }).click();
    await expect(dialog(page)).toContainText('Scalekit does not report when a key was last used');
    await dialog(page).getByText('API call').click();
    await expect(dialog(page)).toContainText('POST /api/v1/tokens:invalidate');
    await dialog(page).getByRole('button', { name: 'Revoke API key' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText('No active API keys')).toBeVisible();
    expect(await scalekit.accepts(value)).toBe(false);
    expect(await staffLog()).toMatchObject([
      { kind: 'intent', action: 'api_key.revoke', targetId: tokenId },
      { kind: 'outcome', outcome: 'ok' },
    ]);
    expect((await journal()).map(({ operation }) => operation)).toContain('tokens.listTokens');
  });
});
