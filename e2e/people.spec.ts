import { expect, test } from './fixtures';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';

// Job J8: all sessions of an organization, in two interactions from its members.
test('all sessions of an organization end, one by one, and only those', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
  staffLog,
  journal,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  const other = await scalekit.createOrganization();
  const elsewhere = await openSignIn(scalekit, other.id);
  for (const name of ['ada', 'ada', 'bo'])
    await signInPerson(stack.production, scalekit, connectionId, `${name}@${domain}`);
  const bystander = await signInPerson(
    stack.production,
    scalekit,
    elsewhere.connectionId,
    `cy@${elsewhere.domain}`,
  );
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/members`);
  await page.getByRole('link', { name: 'End all sessions' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();
  await expect(page.locator('main').getByRole('status').first()).toContainText('3 of 3 handled: 3 done.');
  const outcomes = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(
    outcomes.map(({ action, outcome }) => `${action} ${outcome}`),
    'the start of the job, and three sessions',
  ).toEqual(Array(4).fill('session.end_of_organization ok'));
  expect((await journal()).filter(({ path }) => path.includes(bystander.userId))).toEqual([]);
  await page.goto(`/production/users/${bystander.userId}`);
  await expect(page.getByRole('table', { name: 'Sessions' })).toContainText('Active');
});

// Job J7, in two interactions from the members.
test('an invitation is sent again, then cancelled', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const email = `ada.${uniqueWord()}@customer.example`;
  await scalekit.send('POST', `/organizations/${organization.id}/users`, { email, membership: {} });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/members`);
  await page.getByRole('link', { name: `Resend invitation to ${email}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resend invitation' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await journal('users.resendInvite')).toMatchObject([{ status: 200 }]);
  await page.getByRole('link', { name: `Cancel invitation of ${email}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel invitation' }).click();
  await expect(page.getByText('No members')).toBeVisible();
  expect(await journal('users.deleteMembership')).toMatchObject([{ status: 200 }]);
});

test('a profile is edited, a membership added and removed, and the user deleted', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const { id, email } = await scalekit.addMember(organization.id);
  const other = await scalekit.createOrganization();
  await signIn('lead');
  await page.goto(`/production/users/${id}?dialog=edit`);
  const dialog = page.getByRole('dialog');
  const name = 'अनन्या 陳'.repeat(25);
  await dialog.getByLabel('Full name').fill(name);
  await dialog.getByLabel('Phone').fill('020');
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(dialog.getByLabel('Phone')).toHaveAccessibleDescription(/country code/);
  await expect(dialog.getByLabel('Full name')).toHaveValue(name);
  await dialog.getByLabel('Phone').fill('+44 20 7946 0000');
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  await page.getByRole('link', { name: 'Add to an organization' }).click();
  await dialog.getByLabel('Organization id').fill(other.id);
  await expect(dialog.getByText('Roles', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to organization' }).click();
  const memberships = page.getByRole('table', { name: 'Memberships' });
  await expect(memberships).toContainText(other.displayName);
  await page.goto(`/production/users/${id}?dialog=roles:${other.id}`);
  await dialog.getByRole('checkbox', { name: /^Admin\b/ }).check();
  await dialog.getByRole('button', { name: 'Save roles' }).click();
  await expect(memberships.getByRole('row', { name: other.displayName })).toContainText('Admin');
  await page.goto(`/production/users/${id}?dialog=remove:${other.id}`);
  await dialog.getByRole('button', { name: 'Remove member' }).click();
  await expect(memberships).not.toContainText(other.displayName);
  await page.goto(`/production/users/${id}/access`);
  await expect(page.getByRole('table', { name: 'Roles' })).toContainText('Given');

  await page.goto(`/production/users/${id}?dialog=delete`);
  await expect(dialog).toContainText('Memberships that end: 1.');
  await dialog.getByLabel('Type the e-mail of the user').fill(email);
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(page).toHaveURL(/\/production\/users$/);
  const acts = (await staffLog()).filter(({ kind }) => kind === 'outcome').map(({ action }) => action);
  expect(acts).toEqual(['user.update', 'member.add', 'member.change_roles', 'member.remove', 'user.delete']);
});
