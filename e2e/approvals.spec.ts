import { expect, test } from './fixtures';
import { dialog } from './fixtures/api-keys-page';
import { findDarkViolations, findViolations } from './fixtures/axe';
import { withDatabase } from './fixtures/database';
import { findOverflow } from './fixtures/layout';
import { createStaffPerson, sessionCookie } from './fixtures/staff-session';

// While it is on, other tests' deletions would be asked for: in this environment they take turns.
test.use({ environment: 'development' });
test.afterEach(({ stack }) =>
  withDatabase(stack.databaseUrl, (client) =>
    client.query('DELETE FROM approval_switch; DELETE FROM approval'),
  ),
);

test('a deletion waits for a second person, who approves it, and is done by the first', async ({
  page,
  browser,
  signIn,
  organization,
  stack,
  journal,
  staffLog,
}) => {
  const other = await createStaffPerson(stack.databaseUrl, 'admin');
  await signIn('admin');
  await page.goto('/development/admin/approvals');
  await page.getByRole('link', { name: 'Switch on' }).click();
  await dialog(page).getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('Switched on by')).toBeVisible();

  const first = await signIn('lead');
  const path = `/development/organizations/${organization.id}`;
  const remove = async (reason: string) => {
    await page.goto(path);
    await page.getByRole('button', { name: `More for ${organization.displayName}` }).click();
    await page.getByRole('menuitem', { name: 'Delete organization' }).click();
    await dialog(page).getByLabel('Reason').fill(reason);
    await dialog(page).getByLabel('Type the name of the organization').fill(organization.displayName);
    await dialog(page).getByRole('button', { name: 'Delete organization' }).click();
  };
  await remove('They left us, ACME-7');
  await expect(dialog(page).getByRole('alert')).toContainText('This needs a second person');
  await expect(dialog(page).getByLabel('Reason')).toHaveValue('They left us, ACME-7');

  const theirs = await browser.newContext();
  await theirs.addCookies([{ name: sessionCookie, value: other.token, url: stack.consoleUrl }]);
  const second = await theirs.newPage();
  await second.goto(`${stack.consoleUrl}/development`);
  const request = second.getByRole('listitem').filter({ hasText: first.email });
  await expect(request).toContainText('organization.delete');
  await request.getByRole('link', { name: 'Decide' }).click();
  await second
    .getByRole('row', { name: new RegExp(first.email) })
    .getByRole('link', { name: 'Approve' })
    .click();
  await expect(dialog(second)).toContainText('They left us, ACME-7');
  expect(await findViolations(second, '[role="dialog"]'), 'light').toEqual([]);
  await dialog(second).getByLabel('Comment').fill('Seen the ticket');
  await dialog(second).getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByRole('row', { name: new RegExp(first.email) })).toContainText('Approved');
  expect(await findViolations(second), 'light').toEqual([]);
  expect(await findDarkViolations(second, '#main'), 'dark').toEqual([]);
  await second.setViewportSize({ width: 360, height: 740 });
  expect(await findOverflow(second)).toEqual([]);
  await theirs.close();

  await page.goto('/development');
  await expect(page.getByRole('listitem').filter({ hasText: 'asked by you' })).toContainText(other.email);
  expect(await findViolations(page, '#main'), 'light').toEqual([]);
  expect(await journal('organizations.deleteOrganization')).toEqual([]);
  await remove('They left us');
  await expect(page).toHaveURL(/\/development\/organizations$/);
  expect(await journal('organizations.deleteOrganization')).toMatchObject([{ status: 200 }]);
  expect((await staffLog()).map(({ kind, errorCode, outcome }) => errorCode ?? outcome ?? kind)).toEqual([
    'needs_approval',
    'intent',
    'ok',
  ]);
});
