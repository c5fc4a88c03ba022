import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import { uniqueWord } from './fixtures/scalekit-api';

const listPath = '/production/organizations';
const dialog = (page: Page) => page.getByRole('dialog');
const rowLinks = (page: Page) =>
  page.getByRole('table', { name: 'Organizations' }).locator('[data-row-link]');

test.describe('the list of organizations', () => {
  test('pages forwards and backwards, each page at an address of its own', async ({ page, signIn }) => {
    await signIn('viewer');
    await page.goto(listPath);
    await expect(rowLinks(page)).toHaveCount(50);
    await expect(page.getByText(/^1–50 of \d+$/)).toBeVisible();
    const first = await rowLinks(page).allTextContents();

    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText(/^51–\d+ of \d+$/)).toBeVisible();
    const second = await rowLinks(page).allTextContents();
    expect(second.filter((name) => first.includes(name))).toEqual([]);

    await page.reload();
    await expect(page.getByText(/^51–\d+ of \d+$/)).toBeVisible();
    await page.getByRole('link', { name: 'Previous' }).click();
    await expect(page.getByText(/^1–50 of \d+$/)).toBeVisible();
    await expect(page).toHaveURL(listPath);
    await expect(rowLinks(page)).toHaveCount(50);
  });

  test('says in words what is wrong with a page address that Scalekit does not take', async ({
    page,
    signIn,
  }) => {
    await signIn('viewer');
    await page.goto(`${listPath}?cursor=made-up&from=51`);
    await expect(page.getByText('The organizations could not be read.')).toBeVisible();
    await expect(page.getByText(/Invalid page token/)).toBeVisible();
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(rowLinks(page)).toHaveCount(50);
  });

  test('leads to one by its external id, by its id, and says when there is none', async ({
    page,
    signIn,
    organization,
  }) => {
    await signIn('viewer');
    await page.goto(listPath);
    for (const wanted of [organization.externalId, organization.id]) {
      await page.keyboard.press('/');
      await page.keyboard.insertText(wanted);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${listPath}/${organization.id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(organization.displayName);
    }
    await page.getByLabel('Open by id or external id').fill('ext-nobody');
    await page.keyboard.press('Enter');
    await expect(page.getByText('No organization has the id or external id “ext-nobody”.')).toBeVisible();
  });
});

test.describe('creating an organization', () => {
  test('puts each problem beside its field, keeps what was typed, and ends on its page', async ({
    page,
    signIn,
    stack,
    organization,
    staffLog,
  }) => {
    await signIn('support');
    await page.goto(listPath);
    await page.getByRole('link', { name: 'Create organization' }).click();
    const form = dialog(page);
    await form.getByRole('button', { name: 'Create organization' }).click();
    await expect(form.getByText('2 fields need another look')).toBeVisible();
    await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/Give the organization a name\./);
    await expect(form.getByLabel('Name')).toBeFocused();
    await expect(form.getByRole('group', { name: 'Region' })).toHaveAccessibleDescription(/Choose a region/);

    const name = `Customer ${uniqueWord()}`;
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('European Union').check();
    await form.getByLabel('External id').fill(organization.externalId);
    await form.getByRole('button', { name: 'Add pair' }).click();
    await form.getByLabel('Key of pair 1').fill('ab');
    await form.getByLabel('Value of pair 1').fill('gold');
    await form.getByRole('button', { name: 'Create organization' }).click();
    await expect(form.getByLabel('Key of pair 1')).toHaveAccessibleDescription(/at least 3 characters/);
    expect(await readJournal(stack.production.url, name), 'nothing has left').toEqual([]);

    await form.getByLabel('Key of pair 1').fill('plan');
    await form.getByRole('button', { name: 'Create organization' }).click();
    await expect(form.getByLabel('External id')).toHaveAccessibleDescription(/already used/);
    await expect(form.getByLabel('Name')).toHaveValue(name);
    await expect(form.getByLabel('Value of pair 1')).toHaveValue('gold');
    await expect(form.getByLabel('European Union')).toBeChecked();

    await form.getByLabel('External id').fill(`${organization.externalId}-2`);
    await form.getByRole('button', { name: 'Create organization' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    expect(id).toMatch(/^org_\d+$/);
    const calls = await readJournal(stack.production.url, name, 'organizations.createOrganization');
    expect(calls.map(({ status }) => status)).toEqual([400, 200]);
    expect((await staffLog()).map(({ kind, outcome, targetId }) => [kind, outcome, targetId])).toEqual([
      ['intent', null, null],
      ['outcome', 'failed', null],
      ['intent', null, null],
      ['outcome', 'ok', id],
    ]);
  });

  test('is not offered to a viewer', async ({ page, signIn, organization }) => {
    await signIn('viewer');
    await page.goto(listPath);
    await expect(rowLinks(page)).toHaveCount(50);
    await expect(page.getByRole('link', { name: 'Create organization' })).toHaveCount(0);
    await page.goto(`${listPath}?dialog=create`);
    await expect(rowLinks(page)).toHaveCount(50);
    await expect(dialog(page)).toHaveCount(0);
    await page.goto(`${listPath}/${organization.id}`);
    await expect(page.getByText('Single sign-on')).toBeVisible();
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^More for/ })).toHaveCount(0);
  });
});

test.describe('an organization', () => {
  test('changes only what was changed', async ({ page, signIn, organization, journal, staffLog }) => {
    await signIn('support');
    await page.goto(`${listPath}/${organization.id}`);
    await page.getByRole('button', { name: `More for ${organization.displayName}` }).click();
    await page.getByRole('menuitem', { name: 'Edit details' }).click();
    const form = dialog(page);
    const name = `Renamed ${uniqueWord()}`;
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Slug').fill('Not A Slug');
    await form.getByRole('button', { name: 'Save details' }).click();
    await expect(form.getByLabel('Slug')).toHaveAccessibleDescription(/lower-case letters/);
    await form.getByLabel('Slug').fill('');
    await form.getByRole('button', { name: 'Save details' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(form).toHaveCount(0);
    const [call] = await journal('organizations.updateOrganization');
    expect(call?.request).toMatchObject({ organization: { display_name: name } });
    expect(JSON.stringify(call?.request)).not.toMatch(/external_id|slug|logo_url/);
    expect(await staffLog()).toMatchObject([
      {
        kind: 'intent',
        action: 'organization.update',
        organizationId: organization.id,
        details: { displayName: name },
      },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  test('switches a feature on at once, and off after a question', async ({
    page,
    signIn,
    organization,
    journal,
  }) => {
    await signIn('support');
    await page.goto(`${listPath}/${organization.id}`);
    const policy = page.getByRole('switch', { name: /Session policy/ });
    await policy.click();
    await expect(policy).toBeChecked();
    await expect.poll(async () => (await journal('organizations.updateOrganizationSettings')).length).toBe(1);
    const sso = page.getByRole('switch', { name: /Single sign-on/ });
    await sso.click();
    await expect(dialog(page)).toContainText('Switch off Single sign-on?');
    expect(await journal('organizations.updateOrganizationSettings'), 'asked first').toHaveLength(1);
    await dialog(page).getByRole('button', { name: 'Switch off' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(sso).not.toBeChecked();
    await page.reload();
    await expect(page.getByRole('switch', { name: /Single sign-on/ })).not.toBeChecked();
    await expect(page.getByRole('switch', { name: /Session policy/ })).toBeChecked();
  });

  test('takes metadata, replaces it as a whole and can be cleared of it', async ({
    page,
    signIn,
    organization,
    scalekit,
  }) => {
    await signIn('support');
    await page.goto(`${listPath}/${organization.id}`);
    const edit = () => page.getByRole('link', { name: 'Edit metadata' }).click();
    const save = () => dialog(page).getByRole('button', { name: 'Save metadata' }).click();
    await edit();
    for (const [index, pair] of [
      ['plan', 'gold'],
      ['tier', '2'],
    ].entries()) {
      await dialog(page).getByRole('button', { name: 'Add pair' }).click();
      await dialog(page)
        .getByLabel(`Key of pair ${index + 1}`)
        .fill(pair[0] ?? '');
      await dialog(page)
        .getByLabel(`Value of pair ${index + 1}`)
        .fill(pair[1] ?? '');
    }
    await save();
    await expect(page.getByText('gold')).toBeVisible();
    await edit();
    await dialog(page).getByRole('button', { name: 'Remove pair 1' }).click();
    await save();
    await expect(page.getByText('gold')).toHaveCount(0);
    expect(await scalekit.readOrganization(organization.id)).toMatchObject({ metadata: { tier: '2' } });
    await edit();
    await dialog(page).getByRole('button', { name: 'Remove pair 1' }).click();
    await save();
    await expect(dialog(page)).toHaveCount(0);
    expect((await scalekit.readOrganization(organization.id))?.metadata).toEqual({});
  });

  test('goes for good after its name was typed and a reason given', async ({
    page,
    signIn,
    organization,
    scalekit,
    journal,
    staffLog,
  }) => {
    await scalekit.addMember(organization.id);
    await scalekit.createApiKey(organization.id, 'to be counted');
    await signIn('lead');
    await page.goto(`${listPath}/${organization.id}`);
    await page.getByRole('button', { name: `More for ${organization.displayName}` }).click();
    await page.getByRole('menuitem', { name: 'Delete organization' }).click();
    const form = dialog(page);
    await expect(form.getByText(/^Members who lose access: 1\b/)).toBeVisible();
    await expect(form.getByText(/^Active API keys that stop working: 1\b/)).toBeVisible();
    await form.getByLabel('Type the name of the organization').fill('something else');
    await form.getByLabel('Reason').fill('The contract ended.');
    await form.getByRole('button', { name: 'Delete organization' }).click();
    await expect(form.getByLabel('Type the name of the organization')).toHaveAccessibleDescription(
      /This is not/,
    );
    expect(await journal('organizations.deleteOrganization')).toEqual([]);
    await form.getByLabel('Type the name of the organization').fill(organization.displayName);
    await form.getByRole('button', { name: 'Delete organization' }).click();
    await expect(page).toHaveURL(listPath);
    expect(await scalekit.readOrganization(organization.id)).toBeNull();
    expect(await journal('organizations.deleteOrganization')).toHaveLength(1);
    expect(await staffLog()).toMatchObject([
      { kind: 'intent', action: 'organization.delete', reason: 'The contract ended.' },
      { kind: 'outcome', outcome: 'ok', organizationId: organization.id },
    ]);
  });

  test('shows its members, each with a way to their keys', async ({
    page,
    signIn,
    organization,
    scalekit,
  }) => {
    const member = await scalekit.addMember(organization.id);
    await scalekit.createApiKey(organization.id, 'for the member', member.id);
    await scalekit.createApiKey(organization.id, 'for the organization');
    await signIn('viewer');
    await page.goto(`${listPath}/${organization.id}`);
    await page.getByRole('link', { name: 'Members' }).click();
    const row = page.getByRole('row', { name: new RegExp(member.email) });
    await expect(row).toContainText('Active');
    await row.getByRole('link', { name: `API keys of ${member.email}` }).click();
    await expect(page.getByText(`User is ${member.id}`)).toBeVisible();
    await expect(page.getByRole('table', { name: 'API keys' }).locator('tbody tr')).toHaveCount(1);
    await expect(page.getByRole('cell', { name: 'for the member' })).toBeVisible();
  });
});
