import { expect, test } from './fixtures';
import { openDirectory, push, pushPeople, userIdAtScalekit } from './fixtures/directories-api';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';

// Everyday tickets about people, each solved as a person of support would.

test('a member who exists twice, and one whom the directory does not know, are found side by side', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  await pushPeople(directory, ['ada', 'bo']);
  const join = (name: string) =>
    scalekit.send('POST', `/organizations/${organization.id}/users?send_invitation_email=false`, {
      email: `${name}@${directory.domain}`,
      membership: {},
    });
  await join('ada+sso');
  await join('cy');
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/members`);
  await page.getByRole('link', { name: 'Compare people' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Read:' })).toHaveText(
    'Read: 4 of 4 members, 2 of 2 directory users.',
  );
  const rows = page.getByRole('table', { name: 'People compared' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Duplicates (1)' }).click();
  await expect(page).toHaveURL(/kind=duplicate/);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('an alias of the same address');
  await page.getByRole('button', { name: 'Orphans (1)' }).click();
  await expect(rows.nth(1)).toContainText('no push will ever take them out');
  // The row leads to where it is mended.
  await rows
    .nth(1)
    .getByRole('link', { name: `cy@${directory.domain}` })
    .click();
  await expect(page).toHaveURL(/\/users\/usr_/);
});

test('a group that does not arrive is told apart: not pushed, empty, not tracked, not mapped', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  const { userNames } = await pushPeople(directory, ['ada', 'bo'], { Finance: ['ada'], 'Field teams': [] });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/directories/${directory.directoryId}/groups`);
  await page.getByRole('link', { name: 'Why is a group missing?' }).click();
  const main = page.getByRole('main');
  const ask = async (group: string, person = '') => {
    await page.getByLabel('Group: name, id or external id').fill(group);
    await page.getByLabel('Person: e-mail (optional)').fill(person);
    await page.getByRole('button', { name: 'Find out why' }).click();
  };
  await ask('Finance EMEA');
  await expect(main).toContainText('Pushed: not pushed by the identity provider.');
  await expect(main).toContainText('Similar names: Finance.');
  await ask('Field teams');
  await expect(main).toContainText('A group that holds only other groups looks like this');
  await ask('Finance', userNames[1]);
  await expect(main).toContainText('Not a direct member of Finance');
  await expect(main).toContainText('Put the person into the group itself');

  // Mended where the button leads: another group is chosen, and Finance is tracked no more.
  await scalekit.send(
    'PUT',
    `/organizations/${organization.id}/directories/${directory.directoryId}/groups:assign`,
    { external_ids: ['ext-Field teams'] },
  );
  await ask('Finance');
  await expect(main).toContainText('Tracked: not tracked.');
  await page.getByRole('link', { name: 'Choose tracked groups' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Finance').check();
  await dialog.getByRole('button', { name: 'Save choice' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Why is a group missing?' }).click();
  await ask('Finance');
  await expect(main).toContainText('Mapped: not mapped to a role.');
  await expect(page.getByRole('link', { name: 'Map groups to roles' })).toBeVisible();
});

test('an invitation to a wrong address is cancelled and sent to the right one with the same roles', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
  journal,
}) => {
  const [wrong, right] = [`ada.${uniqueWord()}@custmer.example`, `ada.${uniqueWord()}@customer.example`];
  await scalekit.send('POST', `/organizations/${organization.id}/users`, {
    email: wrong,
    user_profile: { given_name: 'Ada', family_name: 'Fenwick' },
    membership: { roles: [{ name: 'admin' }] },
  });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/members`);
  await page.getByRole('button', { name: `Actions for ${wrong}` }).click();
  await page.getByRole('menuitem', { name: 'Wrong address?' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('An e-mail address cannot be changed');
  const field = dialog.getByLabel('The right e-mail');
  const go = dialog.getByRole('button', { name: 'Cancel and invite again' });
  await field.fill(wrong);
  await go.click();
  await expect(dialog.getByText('the address that the invitation went to').first()).toBeVisible();
  expect(await journal('users.deleteMembership')).toEqual([]);
  await field.fill(right);
  await go.click();
  await expect(dialog).toContainText(`${right} is invited with Admin.`);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('row', { name: new RegExp(right) })).toContainText('Invited');
  await expect(page.getByRole('row', { name: new RegExp(wrong) })).toHaveCount(0);
  const acts = (await staffLog()).map(({ action, kind, outcome }) => `${action} ${kind} ${outcome}`);
  expect(acts.slice(-4)).toEqual([
    'member.correct_address intent null',
    'member.correct_address outcome ok',
    'member.invite intent null',
    'member.invite outcome ok',
  ]);
});

test('somebody who has left is cut off everywhere at once, with a receipt for the ticket', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
  staffLog,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  const { userId, email } = await signInPerson(stack.production, scalekit, connectionId, `ada@${domain}`);
  const key = await scalekit.createApiKey(organization.id, 'Weekly report', userId);
  const directory = await openDirectory(scalekit, organization.id);
  await push(directory, '/Users', { userName: email, active: true });
  expect(await userIdAtScalekit(scalekit, organization.id, email)).toBe(userId);
  await signIn('support');
  await page.goto(`/production/users/${userId}`);
  await page.getByRole('link', { name: 'Really gone?' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Not gone: 3 ways in are open.');
  await expect(page.getByRole('list', { name: 'Directory entries' })).toContainText(email);
  await page.getByRole('button', { name: 'Cut all 3' }).click();
  await expect(main).toContainText('3 of 3 things cut.');
  const table = page.getByRole('table', { name: 'Ways in' });
  for (const word of ['Revoked', 'Ended', 'Removed']) await expect(table).toContainText(word);
  await expect(main).toContainText('Cut here, but a directory still knows them.');
  await expect(main).toContainText('They cannot be called back.');
  expect(await scalekit.accepts(key.value)).toBe(false);
  const outcomes = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(outcomes.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'api_key.revoke ok',
    'session.revoke ok',
    'member.remove ok',
  ]);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy receipt as Markdown' }).click();
  const receipt = await page.evaluate(() => navigator.clipboard.readText());
  expect(receipt).toContain(`- API key \`${key.tokenId}\``);
  expect(receipt).not.toContain(key.value);

  // Her record deleted, she is still found by e-mail.
  await scalekit.send('DELETE', `/users/${userId}`);
  await page.goto(`/production/users/gone?email=${email}&organization=${organization.id}`);
  await expect(main).toContainText(`There is no user record with ${email}`);
  await expect(table).toContainText('Nothing open');

  // An admin takes her out of Keydesk's own copies too.
  await signIn('admin');
  await page.goto('/production/users/gone');
  await page.getByLabel('User id').fill(userId);
  await page.getByLabel('Reason').fill('Their wish, by letter');
  await page.getByLabel('E-mail', { exact: true }).last().fill(email);
  await page.getByRole('button', { name: 'Erase person' }).click();
  await expect(main).toContainText('of the activity cache,');
  expect(JSON.stringify(await staffLog())).not.toContain(email);
});
