import { expect, test } from './fixtures';
import { findViolations } from './fixtures/axe';
import { openByKeyboard, tabTo } from './fixtures/keyboard';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';
import { of } from './places/place';

test.describe('pages outside of the console', () => {
  test.use({ allowedProblems: [/status of 404/] });

  test('can be read by everybody', async ({ page }) => {
    for (const address of [
      '/sign-in',
      '/sign-in?error=access_denied',
      '/sign-out/done',
      '/p/made-up',
      '/c/made-up',
      '/s/made-up',
    ]) {
      await page.goto(address);
      expect.soft(await findViolations(page), address).toEqual([]);
    }
  });
});

test('errors beside fields and a secret on the screen pass as well', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(of(organization.id, '/api-keys?dialog=create'));
  await page.getByLabel('Description').fill('x'.repeat(256));
  await page.getByRole('dialog').getByRole('button', { name: 'Create API key' }).click();
  await expect(page.getByText('1 field needs another look')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Description').fill('x');
  await page.getByRole('dialog').getByRole('button', { name: 'Create API key' }).click();
  await readRevealedKey(page);
  expect((await findViolations(page)).length, 'violations around a secret').toBe(0);
  await closeReveal(page);
});

test('a key can be issued, found and revoked with the keyboard alone', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  await signIn('support');
  await openByKeyboard(page, organization.id, organization.displayName);
  await tabTo(page, 'API keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'API keys', level: 2, exact: true })).toBeVisible();
  await tabTo(page, 'Create API key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Description')).toBeFocused();
  const description = `by keyboard ${uniqueWord()}`;
  await page.keyboard.type(description);
  await page.keyboard.press('Enter');
  await readRevealedKey(page);
  await tabTo(page, 'I have stored it');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Create API key' }), 'the focus is back').toBeFocused();

  await tabTo(page, 'Actions for the key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first(), 'the menu has the focus').toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Revoke API key' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Revoke API key');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No active API keys')).toBeVisible();
  expect(await scalekit.listApiKeys(organization.id)).toEqual([]);
});
