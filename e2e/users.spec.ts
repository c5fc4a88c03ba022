import { expect, test } from './fixtures';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';

// Job J8: end one session, or all of a user's, within three interactions.
test('a person is found by e-mail, one session ends, then all', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
  staffLog,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  const email = `ada.${uniqueWord()}@${domain}`;
  for (let count = 0; count < 3; count += 1)
    await signInPerson(stack.production, scalekit, connectionId, email);
  await signIn('support');
  await page.goto('/production/users');
  await page.getByLabel('E-mail, user id or external id').fill(email);
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await page.getByRole('link', { name: email, exact: true }).click();
  await expect(page.getByRole('table', { name: 'Memberships' })).toContainText(organization.displayName);
  const sessions = page.getByRole('table', { name: 'Sessions' });
  await expect(sessions.getByText('Active', { exact: true })).toHaveCount(3);

  // From the user's page: 1, 2.
  await sessions
    .getByRole('link', { name: /^End the session/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await expect(sessions.getByText('Active', { exact: true })).toHaveCount(2);
  await expect(sessions.getByText('Ended by staff or API')).toHaveCount(1);

  // And all of them: 1, 2.
  await page.getByRole('link', { name: 'End all sessions' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 active sessions now');
  await page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();
  await expect(sessions.getByText('Ended by staff or API')).toHaveCount(3);

  await page.getByLabel('Status').selectOption('active');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByText('No session matches')).toBeVisible();

  await page.getByRole('link', { name: 'Timeline' }).click();
  const rows = page.getByRole('table', { name: 'Timeline' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('session.revoke_all');
  await expect(rows.nth(2)).toContainText('session.revoke');
  await expect(rows.filter({ hasText: 'Signed in' })).toHaveCount(3);

  const acts = (await staffLog()).map(({ action, outcome }) => [action, outcome]);
  expect(acts).toEqual([
    ['session.revoke', null],
    ['session.revoke', 'ok'],
    ['session.revoke_all', null],
    ['session.revoke_all', 'ok'],
  ]);
});

test('a whole id or external id leads straight to its user', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const { id } = await scalekit.addMember(organization.id);
  await signIn('viewer');
  await page.goto(`/production/users?q=${id}`);
  await expect(page).toHaveURL(new RegExp(`/users/${id}$`));
  await expect(page.getByRole('link', { name: 'End all sessions' })).toHaveCount(0);
  const externalId = `crm-${uniqueWord()}`;
  await scalekit.send('PATCH', `/users/${id}`, { external_id: externalId });
  await page.goto(`/production/users?q=${externalId}`);
  await expect(page).toHaveURL(new RegExp(`/users/${id}$`));
  await page.goto('/production/users?q=ab');
  await expect(page.getByText('Type three characters or more')).toBeVisible();
});
