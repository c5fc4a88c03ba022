import { expect, test } from './fixtures';
import { openByKeyboard, tabTo } from './fixtures/keyboard';

test('a customer is found and given a portal link by keyboard alone, with the focus in sight', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('support');
  await openByKeyboard(page, organization.externalId, organization.displayName);
  await tabTo(page, 'Create portal link');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, 'Recipient');
  await page.keyboard.type('Jo Reed');
  await tabTo(page, 'Recipient’s e-mail');
  await page.keyboard.type('jo@customer.example');
  await tabTo(page, 'Days until it expires');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  await tabTo(page, 'Create portal link');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[data-secret]')).toHaveText(/\/p\/[A-Za-z0-9_-]{43}$/);
  // Leaving it asks once, and Escape is not a way to lose it.
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('Close without storing the portal link?')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Go back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Copy');
  await tabTo(page, 'I have stored it');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Active 0 of 10/ })).toContainText('in 2 days');
  await tabTo(page, 'Actions for the link for Jo Reed');
});
