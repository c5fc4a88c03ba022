import { expect, test } from './fixtures';
import { awaitMail } from './fixtures/mailbox';
import { ageOwnSession } from './fixtures/own-session';
import { uniqueWord } from './fixtures/scalekit-api';
import { createStaffPerson, sessionCookie } from './fixtures/staff-session';

test('somebody is limited to a customer, shut out at once, and let in again after a fresh sign-in', async ({
  page,
  browser,
  stack,
  signIn,
  organization,
  staffLog,
}) => {
  const other = await createStaffPerson(stack.databaseUrl, 'support');
  const theirs = await browser.newContext();
  await theirs.addCookies([{ name: sessionCookie, value: other.token, url: stack.consoleUrl }]);
  const seen = await theirs.newPage();
  const admin = await signIn('admin');

  await page.goto('/production/organizations');
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Admin' }).click();
  await page
    .getByRole('row', { name: new RegExp(other.email) })
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: 'Assign customers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Chosen customers only').check();
  await dialog.getByLabel('Add a customer').fill(organization.id);
  await dialog.getByRole('button', { name: organization.displayName }).click();
  await dialog.getByRole('button', { name: 'Assign customers' }).click();
  await expect(page.getByRole('list', { name: 'Assigned customers' })).toContainText(
    organization.displayName,
  );
  await seen.goto(`${stack.consoleUrl}/production/organizations`);
  await expect(seen.getByRole('table').locator('tbody tr')).toHaveCount(1);
  await expect(seen.getByRole('link', { name: 'Admin' })).toHaveCount(0);

  // Shutting out asks for no fresh sign-in; letting in does.
  await ageOwnSession(admin.token, 'auth_time', 2);
  await page.getByRole('link', { name: 'Deactivate' }).click();
  await dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();
  await seen.reload();
  await expect(seen).toHaveURL(/\/sign-in/);
  await theirs.close();
  await page.getByRole('link', { name: 'Reactivate' }).click();
  await dialog.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page).toHaveURL(/\/sign-in\/step-up/);
  expect((await staffLog()).map(({ action, kind, outcome }) => `${action} ${outcome ?? kind}`)).toEqual([
    'staff.assign_customers intent',
    'staff.assign_customers ok',
    'staff.deactivate intent',
    'staff.deactivate ok',
    'staff.reactivate denied',
  ]);
});

test('an environment is tested and probed, and a test mail arrives', async ({ page, signIn, stack }) => {
  const admin = await signIn('admin');
  await page.goto('/production/admin/environments');
  await page.getByRole('button', { name: 'Test the credentials of production' }).click();
  await expect(page.getByText('The credentials work')).toBeVisible();
  await page.getByRole('button', { name: 'Try the preview operations of production' }).click();
  const table = page.getByRole('table', { name: 'Preview operations of production' });
  await expect(table.getByRole('row', { name: /connections\/app/ })).toContainText('Works');

  await page.getByRole('link', { name: 'System' }).click();
  await expect(
    page.getByRole('table', { name: 'Requests by day' }).locator('tbody tr').first(),
  ).not.toContainText('–');
  await expect(page.getByRole('table', { name: 'What Keydesk keeps' })).toContainText('Staff log');
  await page.getByRole('button', { name: 'Send me a test mail' }).click();
  await expect(page.getByText('The mail server took it')).toBeVisible();
  await awaitMail(stack.production.url, admin.email, 'A test mail');

  await page.goto('/production/admin/staff');
  await page.getByRole('link', { name: 'Add somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(admin.email);
  await dialog.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(dialog.getByText('among the staff already').first()).toBeVisible();
  const newcomer = `${uniqueWord()}@desk.example`;
  await dialog.getByLabel('E-mail').fill(newcomer);
  await dialog.getByRole('button', { name: 'Add to the staff' }).click();
  await expect(page.getByRole('heading', { name: newcomer, level: 1 })).toBeVisible();
  await page.goto(`/production/admin/staff?q=${newcomer.toUpperCase()}`);
  await expect(page.getByRole('row', { name: newcomer })).toContainText('Not signed in yet');
});
