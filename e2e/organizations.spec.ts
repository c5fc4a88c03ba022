import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import { openPalette } from './fixtures/keyboard';
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
      await openPalette(page);
      await page.keyboard.insertText(wanted);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${listPath}/${organization.id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(organization.displayName);
    }
    await page.goto('/production/lookup?lookup=ext-nobody');
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
    await expect(form.getByRole('radio', { checked: true }), 'no region is assumed').toHaveCount(0);
    await expect(form.getByText('It cannot be changed later')).toBeVisible();
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
    await expect(page.getByText('European Union (EU); it cannot be changed')).toBeVisible();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    expect(id).toMatch(/^org_\d+$/);
    const calls = await readJournal(stack.production.url, name, 'organizations.createOrganization');
    expect(calls.map(({ status }) => status)).toEqual([400, 200]);
    expect(JSON.stringify(calls.at(-1)?.request)).toContain('"region_code":"EU"');
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
