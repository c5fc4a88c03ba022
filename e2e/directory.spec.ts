import { expect, test } from './fixtures';
import {
  mapGroup,
  openDirectory,
  push,
  pushPeople,
  rolesAtScalekit,
  userIdAtScalekit,
} from './fixtures/directories-api';
import { addDomain } from './fixtures/domains-api';
import { countInteractions } from './fixtures/interactions';
import { closeReveal, readRevealedBearer } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';

// Job J6: a bearer secret is rotated with overlap in three interactions.
test('a directory is made, pushed to, and its secret rotated with overlap, then replaced', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const { domain } = await addDomain(scalekit, organization.id, `${uniqueWord()}.example`);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/directories`);
  await page.getByRole('link', { name: 'Create directory' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Identity provider', { exact: true }).selectOption('Okta');
  await dialog.getByRole('button', { name: 'Create directory' }).click();
  await expect(page.getByText('No secret yet')).toBeVisible();
  const endpoint = (await page.locator('code', { hasText: '/scim/v2' }).first().textContent()) ?? '';

  const add = async () => {
    // 1: Add secret. 2: the same in the dialog. 3: I have stored it.
    await page.getByRole('link', { name: 'Add secret', exact: true }).click();
    await dialog.getByRole('button', { name: 'Add secret' }).click();
    const value = await readRevealedBearer(page);
    await closeReveal(page);
    return value;
  };
  const secrets = page.getByRole('table', { name: 'Secrets' });
  const old = await add();
  await expect(secrets.getByText('Active', { exact: true })).toHaveCount(1);
  expect(await page.content()).not.toContain(old);
  const tries = (secret: string) =>
    push({ endpoint, secret, domain }, '/Users', { userName: `${uniqueWord()}@${domain}` });
  expect((await tries(old)).status).toBe(201);

  const interactions = await countInteractions(page);
  const fresh = await add();
  expect(await interactions(), 'interactions of a rotation').toBe(3);
  await expect(secrets.getByText('Active', { exact: true })).toHaveCount(2);
  expect((await tries(old)).status, 'the old one still works').toBe(201);
  expect((await tries(fresh)).status).toBe(201);

  await page.getByRole('link', { name: 'Replace all' }).click();
  await expect(dialog).toContainText(
    `2 secrets stop working at once: …${old.slice(-4)} and …${fresh.slice(-4)}`,
  );
  await dialog.getByRole('button', { name: 'Replace secrets' }).click();
  const last = await readRevealedBearer(page);
  await closeReveal(page);
  await expect(secrets.getByText('Inactive')).toHaveCount(2);
  expect([(await tries(old)).status, (await tries(fresh)).status]).toEqual([401, 401]);
  expect((await tries(last)).status).toBe(201);
  const acts = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(acts.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['directory.create', 'ok'],
    ['directory.add_secret', 'ok'],
    ['directory.add_secret', 'ok'],
    ['directory.replace_secrets', 'ok'],
  ]);
});

test('a group is mapped to a role: its members get it, after a preview in words', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  await pushPeople(directory, ['ada', 'ben'], { Finance: ['ada'], Sales: ['ben'] });
  const email = `ada@${directory.domain}`;
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/directories`);
  await page.getByRole('link', { name: 'Okta' }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Directory users' })).toContainText(email);
  await page.getByLabel('Group').selectOption('Finance');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByRole('heading', { name: 'Users in Finance' })).toBeVisible();
  await expect(page.getByText(`ben@${directory.domain}`)).toHaveCount(0);
  await expect(page.getByText('Brings no role.')).toBeVisible();

  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Mapping' }).click();
  await page.getByRole('link', { name: 'Map groups to roles' }).click();
  await dialog.getByRole('button', { name: 'Add row' }).click();
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  await expect(dialog.getByText('Choose a group.').first()).toBeVisible();
  await dialog.getByLabel('Group 1', { exact: true }).selectOption({ label: 'Finance (1)' });
  await dialog.getByLabel('Role of group 1').selectOption('admin');
  await expect(dialog).toContainText(`The members of Finance (1 user) get Admin. That is ${email}.`);
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  await expect(page.getByRole('table', { name: 'Roles by group' })).toContainText('Finance');
  expect(await rolesAtScalekit(scalekit, organization.id, email)).toContain('admin');
  expect(await rolesAtScalekit(scalekit, organization.id, `ben@${directory.domain}`)).not.toContain('admin');

  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await page.getByRole('link', { name: 'Choose tracked groups' }).click();
  await dialog.getByLabel('Finance').uncheck();
  await dialog.getByRole('button', { name: 'Save choice' }).click();
  await expect(page.getByText('Only chosen groups count')).toBeVisible();
  expect(await rolesAtScalekit(scalekit, organization.id, email)).not.toContain('admin');
  await page.getByLabel('Groups', { exact: true }).selectOption('All of the provider');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page.getByRole('table', { name: 'Directory groups' })).toContainText('Finance');
  await page.getByRole('link', { name: 'Mapping' }).click();
  await expect(page.getByText('Group is not tracked: nobody gets it')).toBeVisible();
  expect(await journal('directories.assignGroupsForDirectory')).toMatchObject([
    { status: 200, request: { external_ids: ['ext-Sales'] } },
  ]);
});

test('access of a user says which directory group brings a role', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  const { groupIds } = await pushPeople(directory, ['ada'], { Finance: ['ada'] });
  await mapGroup(scalekit, {
    organizationId: organization.id,
    ...directory,
    groupId: groupIds.Finance ?? '',
  });
  const userId = await userIdAtScalekit(scalekit, organization.id, `ada@${directory.domain}`);
  await signIn('viewer');
  await page.goto(`/production/users/${userId}/access?organization=${organization.id}`);
  const roles = page.getByRole('table', { name: 'Roles' });
  await expect(roles).toContainText('Given by the directory group Finance of Okta');
  await roles.getByRole('link', { name: 'Finance' }).click();
  await expect(page.getByRole('heading', { name: 'Users in Finance' })).toBeVisible();
  await page.getByRole('link', { name: `ada@${directory.domain}` }).click();
  await expect(page.getByRole('dialog')).toContainText('Finance');
  await page.getByRole('dialog').getByRole('link', { name: 'Find among the members' }).click();
  await expect(page.getByRole('table', { name: 'Members' })).toContainText(`ada@${directory.domain}`);
});

test('a directory is disabled and deleted in one dialog; members stay', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
  staffLog,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  await pushPeople(directory, ['ada']);
  await signIn('lead');
  await page.goto(`/production/organizations/${organization.id}/directories/${directory.directoryId}`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Synchronize' }).click();
  await dialog.getByRole('button', { name: 'Start synchronization' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await journal('directories.triggerDirectorySync')).toMatchObject([{ verb: 'GET', status: 200 }]);

  await page.getByRole('link', { name: 'Disable', exact: true }).click();
  await dialog.getByRole('button', { name: 'Disable directory' }).click();
  await page.getByRole('link', { name: 'Enable', exact: true }).click();
  await dialog.getByRole('button', { name: 'Enable directory' }).click();
  await expect(page.getByRole('link', { name: 'Disable', exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await expect(dialog).toContainText('Scalekit deletes no directory that is enabled.');
  await dialog.getByRole('button', { name: 'Disable directory' }).click();
  await expect(dialog).toContainText('1 user and 0 groups of the directory go.');
  expect((await push(directory, '/Users', { userName: `ben@${directory.domain}` })).status).toBe(403);
  await dialog.getByLabel('Type the name of the directory').fill('Okta');
  await dialog.getByLabel('Reason').fill('Moved to another provider');
  await dialog.getByRole('button', { name: 'Delete directory' }).click();
  await expect(page.getByText('No directories')).toBeVisible();
  expect(await rolesAtScalekit(scalekit, organization.id, `ada@${directory.domain}`)).not.toEqual([]);
  const acts = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(acts.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['directory.sync', 'ok'],
    ['directory.disable', 'ok'],
    ['directory.enable', 'ok'],
    ['directory.disable', 'ok'],
    ['directory.delete', 'ok'],
  ]);
});

test('forty users of a directory take no more calls than ten, and page by cursor', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const directory = await openDirectory(scalekit, organization.id);
  // No more: each push stands in the journal, which all tests share and which forgets. A thousand are in Vitest.
  const names = Array.from({ length: 40 }, (_, index) => `user-${index}`);
  await pushPeople(directory, names.slice(0, 10));
  await signIn('viewer');
  const calls = async () => {
    const before = new Set((await journal()).map(({ traceId }) => traceId));
    await page.goto(
      `/production/organizations/${organization.id}/directories/${directory.directoryId}/users`,
    );
    await expect(page.getByRole('table', { name: 'Directory users' })).toBeVisible();
    return (await journal())
      .filter(({ traceId }) => !before.has(traceId))
      .map(({ operation }) => operation)
      .sort();
  };
  const few = await calls();
  await pushPeople(directory, names.slice(10));
  expect(await calls()).toEqual(few);
  await expect(page.getByText('1–30 of 40')).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByText('31–40 of 40')).toBeVisible();
});
