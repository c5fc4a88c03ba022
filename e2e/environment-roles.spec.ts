import { expect, test } from './fixtures';
import {
  addMemberWith,
  createEnvironmentRole,
  createPermission,
  readEnvironmentRole,
} from './fixtures/roles-api';
import { uniqueWord } from './fixtures/scalekit-api';

test('the matrix tells where a permission comes from; a cell gives and takes it after showing whom it concerns', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const word = uniqueWord();
  const read = await createPermission(scalekit, `read_${word}`);
  const write = await createPermission(scalekit, `write_${word}`);
  await createEnvironmentRole(scalekit, `base_${word}`, { displayName: `Base ${word}`, permissions: [read] });
  const heir = { displayName: `Heir ${word}`, extends: `base_${word}` };
  await createEnvironmentRole(scalekit, `heir_${word}`, heir);
  const member = await addMemberWith(scalekit, organization.id, [`heir_${word}`]);
  await signIn('lead');
  await page.goto('/production/organizations');
  await page.getByRole('link', { name: 'Access' }).click();
  await page.getByLabel('Filter roles').fill(word);
  await page.getByLabel('Filter permissions').fill(word);
  await expect(page).toHaveURL(new RegExp(`role=${word}&permission=${word}`));

  const grid = page.getByRole('grid', { name: 'Roles and permissions' });
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await expect(grid).toHaveAttribute('aria-colcount', '3');
  const cell = (permission: string, column: number) =>
    grid.getByRole('row', { name: permission }).getByRole('gridcell').nth(column);
  await expect(cell(read, 0)).toHaveText('Its own');
  await expect(cell(read, 1)).toHaveText(`From Base ${word}`);
  await expect(cell(write, 1)).toHaveText('Not given');

  // From the first cell down to what the base does not have.
  await cell(read, 0).getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell(write, 0).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const people = dialog.getByRole('list', { name: 'People' });
  await expect(people).toContainText('1 membership');
  await expect(people).toContainText(`Gains ${write}`);
  await expect(people).toContainText(`In 1 organization: ${organization.displayName} 1`);
  await expect(people).toContainText(member.email);
  await expect(dialog.getByText(`Roles that extend it change as well: Heir ${word}.`)).toBeVisible();
  expect((await readEnvironmentRole(scalekit, `base_${word}`))?.permissions).toEqual([read]);
  await dialog.getByRole('button', { name: 'Give permission' }).click();
  await expect(cell(write, 0)).toHaveText('Its own');
  await expect(cell(write, 1)).toHaveText(`From Base ${word}`);
  await expect(cell(write, 0).getByRole('button'), 'the focus is back').toBeFocused();

  await cell(read, 0).click();
  await expect(people).toContainText(`Loses ${read}`);
  await dialog.getByRole('button', { name: 'Take permission' }).click();
  await expect(cell(read, 1)).toHaveText('Not given');
  const acts = (await staffLog()).map(({ action, outcome }) => [action, outcome]);
  expect(acts).toEqual([
    ['role.add_permissions', null],
    ['role.add_permissions', 'ok'],
    ['role.remove_permission', null],
    ['role.remove_permission', 'ok'],
  ]);
});

test('a role of the environment is made, filled, changed, made a default, and deleted with its people moved', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const word = uniqueWord();
  const [read, write] = [
    await createPermission(scalekit, `read_${word}`),
    await createPermission(scalekit, `write_${word}`),
  ];
  await createEnvironmentRole(scalekit, `ground_${word}`, {
    displayName: `Ground ${word}`,
    permissions: [read],
  });
  const name = `yard_${word}`;
  await signIn('admin');
  await page.goto(`/production/roles?role=${word}`);
  await page.getByRole('link', { name: 'Create role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name in the API').fill('admin');
  await dialog.getByLabel('Display name').fill(`Yard ${word}`);
  await dialog.getByLabel('Base role').selectOption(`ground_${word}`);
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await expect(dialog.getByText('This name is taken by another role.').first()).toBeVisible();
  await dialog.getByLabel('Name in the API').fill(name);
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await page
    .getByRole('grid')
    .getByRole('link', { name: `Yard ${word}` })
    .click();
  await expect(page.getByRole('heading', { name: `Yard ${word}` })).toBeVisible();
  const member = await addMemberWith(scalekit, organization.id, [name]);

  const permissions = page.getByRole('table', { name: 'Permissions' });
  await expect(permissions.getByRole('row', { name: new RegExp(read) })).toContainText(`Ground ${word}`);
  await page.getByRole('link', { name: 'Add permissions' }).click();
  await dialog.getByLabel('Filter permissions').fill(write);
  await dialog.getByRole('checkbox', { name: write }).check();
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(`Gains ${write}`);
  await dialog.getByRole('button', { name: 'Add permissions' }).click();
  await expect(permissions.getByRole('row', { name: new RegExp(write) })).toContainText('This role');

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Display name').fill(`Quay ${word}`);
  await dialog.getByLabel('Filter permissions').fill(write);
  await dialog.getByRole('checkbox', { name: write }).uncheck();
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(`Loses ${write}`);
  // Refused too while who loses is counted anew.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Save role' }).click();
    const refusal = dialog.getByText('An edit cannot take the last one away.').first();
    await expect(refusal).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole('checkbox', { name: write }).check();
  await dialog.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByRole('heading', { name: `Quay ${word}` })).toBeVisible();

  await page.getByRole('link', { name: 'Remove base role' }).click();
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(`Loses ${read}`);
  await dialog.getByRole('button', { name: 'Remove base role' }).click();
  await expect(permissions.getByRole('row', { name: new RegExp(read) })).toHaveCount(0);
  await page.getByRole('link', { name: 'By organization' }).click();
  await expect(dialog.getByRole('row', { name: new RegExp(organization.displayName) })).toContainText('1');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.goto(`/production/roles?role=${word}&dialog=defaults`);
  await dialog.getByLabel('For whoever creates an organization').selectOption(name);
  await expect(dialog).toContainText(`Creators get Quay ${word} instead of`);
  await dialog.getByRole('button', { name: 'Save defaults' }).click();
  await expect(page.getByRole('grid')).toContainText('default creator');

  await page.goto(`/production/roles/${name}?dialog=delete-role:${name}`);
  await expect(dialog).toContainText('1 membership loses the role itself.');
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(dialog.getByText('Choose a role: 1 membership has this one.').first()).toBeVisible();
  await dialog.getByLabel('Role that takes its place').selectOption('admin');
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(member.email);
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
  expect(await readEnvironmentRole(scalekit, name)).toBeUndefined();
  await page.goto(`/production/roles/${name}`);
  await expect(page.getByText('No such role here')).toBeVisible();
});

test('a permission is made, described, and deleted once no role has it', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const word = uniqueWord();
  const name = `gate_${word}:open`;
  await signIn('admin');
  await page.goto(`/production/permissions?q=${word}`);
  await expect(page.getByText('No permission matches')).toBeVisible();
  await page.getByRole('link', { name: 'Create permission' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('gate open');
  await dialog.getByRole('button', { name: 'Create permission' }).click();
  await expect(dialog.getByText('letters, digits, underscores and colons, such as').first()).toBeVisible();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create permission' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Description').fill('Opens the gate');
  await dialog.getByRole('button', { name: 'Save permission' }).click();
  await expect(page.getByText('Opens the gate')).toBeVisible();

  await createEnvironmentRole(scalekit, `keeper_${word}`, {
    displayName: `Keeper ${word}`,
    permissions: [name],
  });
  await addMemberWith(scalekit, organization.id, [`keeper_${word}`]);
  await page.goto(`/production/permissions/${name}?dialog=delete-permission:${name}`);
  await expect(dialog).toContainText('1 role loses it: 1 role has it themselves.');
  await expect(dialog.getByRole('list', { name: 'People' })).toContainText(`Loses ${name}`);
  await dialog.getByRole('button', { name: 'Delete permission' }).click();
  await expect(dialog.getByText('permission cannot be deleted as it is assigned').first()).toBeVisible();
  await dialog.getByRole('link', { name: `Keeper ${word}` }).click();
  await dialog.getByRole('button', { name: 'Take permission' }).click();
  await expect(page.getByText('This role brings no permission.')).toBeVisible();
  await page.goto(`/production/permissions/${name}?dialog=delete-permission:${name}`);
  await expect(dialog).toContainText('No role of the environment has it.');
  await dialog.getByRole('button', { name: 'Delete permission' }).click();
  await expect(page.getByRole('heading', { name: 'Permissions', level: 1 })).toBeVisible();
  await page.goto(`/production/permissions/${name}`);
  await expect(page.getByText('No such permission here')).toBeVisible();
});
