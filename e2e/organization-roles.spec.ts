import { expect, test } from './fixtures';
import { addMemberWith, createPermission, createRole, readRole } from './fixtures/roles-api';

test('a role is made, refused where it must be, and its page tells where each permission comes from', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const read = await createPermission(scalekit, 'read');
  const write = await createPermission(scalekit, 'write');
  await createRole(scalekit, organization.id, 'base_clerk', {
    displayName: 'Base clerk',
    permissions: [read],
  });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/roles`);
  await expect(page.getByRole('table', { name: 'Roles of the environment' })).toContainText('Member');
  await page.getByRole('link', { name: 'Create role' }).click();
  const dialog = page.getByRole('dialog');
  const create = dialog.getByRole('button', { name: 'Create role' });

  await dialog.getByLabel('Name in the API').fill('billing-clerk');
  await create.click();
  await expect(dialog.getByText('A role name has letters, digits and underscores').first()).toBeVisible();
  await expect(dialog.getByText('Give the name that people read.').first()).toBeVisible();
  await dialog.getByLabel('Display name').fill('Billing clerk');
  await dialog.getByLabel('Name in the API').fill('admin');
  await create.click();
  await expect(dialog.getByText('This name is taken').first()).toBeVisible();
  await dialog.getByLabel('Name in the API').fill('billing_clerk');
  await dialog.getByLabel('Base role').selectOption('base_clerk');
  await dialog.getByLabel('Filter permissions').fill(read);
  await expect(dialog.getByText('From Base clerk already.')).toBeVisible();
  await dialog.getByLabel('Filter permissions').fill(write);
  await dialog.getByRole('checkbox', { name: write }).check();
  await create.click();

  const own = page.getByRole('table', { name: 'Roles of this organization' });
  await own.getByRole('link', { name: 'Billing clerk' }).click();
  const permissions = page.getByRole('table', { name: 'Permissions' });
  await expect(permissions.getByRole('row', { name: new RegExp(write) })).toContainText('This role');
  await expect(permissions.getByRole('row', { name: new RegExp(read) })).toContainText('Base clerk');
  await permissions.getByRole('link', { name: 'Base clerk' }).click();
  await expect(page.getByRole('table', { name: 'Roles that extend it' })).toContainText('Billing clerk');
  const acts = (await staffLog()).map(({ action, outcome }) => [action, outcome]);
  expect(acts).toEqual([
    ['organization_role.create', null],
    ['organization_role.create', 'failed'],
    ['organization_role.create', null],
    ['organization_role.create', 'ok'],
  ]);
});

test('an edit says who gains and who loses before it is saved', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const read = await createPermission(scalekit, 'read');
  const write = await createPermission(scalekit, 'write');
  const { id } = organization;
  await createRole(scalekit, id, 'clerk', { displayName: 'Clerk', extends: 'member', permissions: [read] });
  await createRole(scalekit, id, 'chief', { displayName: 'Chief', extends: 'clerk' });
  await createRole(scalekit, id, 'reader', { displayName: 'Reader', permissions: [read] });
  const clerk = await addMemberWith(scalekit, id, ['clerk']);
  const chief = await addMemberWith(scalekit, id, ['chief']);
  const both = await addMemberWith(scalekit, id, ['clerk', 'reader']);
  await signIn('support');
  await page.goto(`/production/organizations/${id}/roles/clerk`);
  const holders = page.getByRole('table', { name: 'Members who have it' });
  await expect(holders.getByRole('row', { name: new RegExp(chief.email) })).toContainText('Through Chief');
  await expect(page.getByText('3 users, as Scalekit counts')).toBeVisible();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('What the role brings stays the same.')).toBeVisible();
  await dialog.getByLabel('Filter permissions').fill(write);
  await dialog.getByRole('checkbox', { name: write }).check();
  await dialog.getByLabel('Filter permissions').fill(read);
  await dialog.getByRole('checkbox', { name: read }).uncheck();
  const people = dialog.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect(people).toHaveCount(2);
  await expect(people.first()).toContainText('2 people');
  await expect(people.first()).toContainText(`Gains ${write}`);
  await expect(people.first()).toContainText(`Loses ${read}`);
  await expect(people.first()).toContainText(clerk.email);
  // By another role of theirs they still may read.
  await expect(people.last()).toContainText(both.email);
  await expect(people.last()).not.toContainText('Loses');
  await expect(dialog.getByText('Roles that extend it change as well: Chief.')).toBeVisible();
  expect(await journal('roles.updateOrganizationRole')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save role' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Permissions' })).toContainText(write);
  expect((await readRole(scalekit, id, 'clerk'))?.permissions).toEqual([write]);

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Filter permissions').fill(write);
  await dialog.getByRole('checkbox', { name: write }).uncheck();
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText('3 people');
  // Refused too while who loses is counted anew.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Save role' }).click();
    const refusal = dialog.getByText('Scalekit cannot take the last one away.').first();
    await expect(refusal).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('link', { name: 'Remove base role' }).click();
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText('3 people');
  await dialog.getByRole('button', { name: 'Remove base role' }).click();
  await expect(dialog).toHaveCount(0);
  expect((await readRole(scalekit, id, 'clerk'))?.extends ?? '').toBe('');
});

test('a default is changed, and a role in use is deleted with its people moved', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const read = await createPermission(scalekit, 'read');
  const { id } = organization;
  await createRole(scalekit, id, 'clerk', { displayName: 'Clerk', permissions: [read] });
  const member = await addMemberWith(scalekit, id, ['clerk']);
  await signIn('support');
  await page.goto(`/production/organizations/${id}/roles`);
  await expect(page.getByText('the environment’s default; whether this organization')).toBeVisible();
  const row = page.getByRole('row', { name: /Clerk/ });
  await row.getByRole('button', { name: 'Actions for Clerk' }).click();
  await page.getByRole('menuitem', { name: 'Make default for new members' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Nobody who is a member or invited now.');
  await expect(dialog).toContainText('New members get Clerk instead of');
  await expect(dialog).toContainText(`Gains ${read}`);
  await dialog.getByRole('button', { name: 'Save default' }).click();
  await expect(page.getByText('(chosen for this organization)')).toBeVisible();
  expect(await readRole(scalekit, id, 'clerk')).toMatchObject({ default_member: true });

  await page.getByRole('link', { name: 'Count users' }).click();
  await expect(dialog.getByRole('row', { name: /Clerk/ })).toContainText('1');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await row.getByRole('button', { name: 'Actions for Clerk' }).click();
  await page.getByRole('menuitem', { name: 'Delete role' }).click();
  await expect(dialog).toContainText('1 person loses the role itself.');
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(dialog.getByText('Choose a role: 1 person has this one.').first()).toBeVisible();
  await dialog.getByLabel('Role that takes its place').selectOption('member');
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(`Loses ${read}`);
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(member.email);
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(page.getByText('No roles of its own')).toBeVisible();
  expect(await readRole(scalekit, id, 'clerk')).toBeUndefined();
  expect(await journal('roles.deleteOrganizationRole')).toMatchObject([{ status: 200 }]);
  await page.goto(`/production/organizations/${id}/roles/clerk`);
  await expect(page.getByText('No such role here')).toBeVisible();
});

test('a viewer sees roles and cannot change them', async ({ page, signIn, organization, scalekit }) => {
  await createRole(scalekit, organization.id, 'clerk', { displayName: 'Clerk' });
  await signIn('viewer');
  await page.goto(`/production/organizations/${organization.id}/roles`);
  await expect(page.getByRole('link', { name: 'Count users' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Create role|Change default/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Actions for Clerk' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Copy name']);
});

test('a role with the longest words fits on a phone', async ({ page, signIn, organization, scalekit }) => {
  const long = 'Ω'.repeat(100);
  await createRole(scalekit, organization.id, 'x'.repeat(64), { displayName: long, extends: 'member' });
  await signIn('support');
  await page.setViewportSize({ width: 360, height: 740 });
  const path = `/production/organizations/${organization.id}/roles`;
  for (const at of ['', `/${'x'.repeat(64)}`, `?dialog=edit-role:${'x'.repeat(64)}`, '?dialog=create']) {
    await page.goto(`${path}${at}`);
    await expect(page.locator('h1')).toHaveCount(1);
    if (at.includes('dialog')) await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByLabel('Loading')).toHaveCount(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${at} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});

test.describe('with faults', () => {
  test.use({ environment: 'development', allowedProblems: [/status of 50[03]/] });

  test('the page says what could not be read and goes on', async ({
    page,
    signIn,
    organization,
    scalekit,
    addFault,
  }) => {
    await createRole(scalekit, organization.id, 'clerk', { displayName: 'Clerk' });
    await addFault({ operation: 'roles.getOrganizationRoleUsersCount', status: 403 });
    await addFault({ operation: 'users.listOrganizationUsers', status: 500 });
    await signIn('support');
    await page.goto(`/development/organizations/${organization.id}/roles/clerk`);
    await expect(page.getByText('could not be counted:')).toBeVisible();
    await expect(page.getByText('The members could not be read.')).toBeVisible();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Who has this role could not be read.')).toBeVisible();
    await dialog.getByLabel('Display name').fill('Yard clerk');
    await dialog.getByRole('button', { name: 'Save role' }).click();
    await expect(page.getByRole('heading', { name: 'Yard clerk' })).toBeVisible();
  });
});
