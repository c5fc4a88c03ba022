import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { uniqueWord } from './fixtures/scalekit-api';

const listPath = '/production/organizations';
const dialog = (page: Page) => page.getByRole('dialog');

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
    await expect(form.getByText(/^Members .*who lose access: 1\b/)).toBeVisible();
    await expect(form.getByText(/^API keys .*that are active: 1\b/)).toBeVisible();
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
