import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { withDatabase } from './fixtures/database';
import { countInteractions, paste } from './fixtures/interactions';
import { openPalette } from './fixtures/keyboard';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn } from './fixtures/sessions-api';

const field = (page: Page) => page.getByRole('combobox', { name: 'Find anything' });
const lines = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Waits until the page hears its keys, and a paste. */
async function whenHeard(page: Page): Promise<void> {
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
}

/** Puts a text in at once, as a paste does, and presses Enter: two interactions from any page. */
async function pasteAndEnter(page: Page, text: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

test('what is typed before the palette is there goes into it, and acts on nothing beneath', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('lead');
  await page.goto(`/production/organizations/${organization.id}`);
  await page.waitForLoadState('networkidle');
  // The code of a dialog takes its time over a slow line.
  await page.route('**/_next/static/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('cen');
  await page.keyboard.press('Backspace');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('x');
  await expect(field(page)).toHaveValue('cex');
  expect(page.url()).toContain('dialog=find');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('/');
  await expect(field(page)).toHaveValue('');
});

test('J1: whatever a ticket holds leads to its customer by paste and Enter, from the desk and any page', async ({
  page,
  context,
  signIn,
  organization,
  scalekit,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [member, key, connected] = await Promise.all([
    scalekit.addMember(organization.id),
    scalekit.createApiKey(organization.id, `Export ${uniqueWord()}`),
    openSignIn(scalekit, organization.id),
  ]);
  const { connectionId, domain, domainId } = connected;
  const connection = `/organizations/${organization.id}/connections/${connectionId}`;
  await scalekit.send('PUT', `${connection}/domains`, { domain_ids: [domainId] });
  await signIn('support');
  const customer = `/production/organizations/${organization.id}`;
  const [user, keys] = [`/production/users/${member.id}`, `${customer}/api-keys`];
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  // No two after each other lead to the same page. What Scalekit was asked for is in the index from then on.
  const held: [string, string, string | RegExp][] = [
    ['an e-mail', member.email, user],
    // Its page where the index knows the domain by now; else the customer whose connection serves it.
    ['a domain', domain, new RegExp(`${customer}(/domains)?$`)],
    ['a whole key', key.value, keys],
    ['an external id', organization.externalId, customer],
    ['the last four characters of a key', key.suffix, keys],
    ['a part of a name', organization.displayName.slice('Customer '.length + 2), customer],
    ['an id', key.tokenId, keys],
  ];
  await page.goto('/production');
  await whenHeard(page);
  const interactions = await countInteractions(page);
  for (const [what, text, path] of held) {
    const before = await interactions();
    await paste(page, text);
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page, `${what} leads there`).toHaveURL(path);
    expect((await interactions()) - before, `interactions with ${what}`).toBeLessThanOrEqual(2);
    await expect(field(page)).toBeHidden();
  }
  expect(addresses.filter((url) => url.includes(key.value))).toEqual([]);

  // An id that looks like a key goes nowhere else before one says what it is; a paste is looked up in every environment.
  const objectId = `${Date.now().toString(16).padStart(12, '0')}${'7f1bcf86cd79'}`;
  await scalekit.send('PATCH', `/organizations/${organization.id}`, { external_id: objectId });
  await page.goto('/development/organizations');
  await pasteAndEnter(page, objectId);
  await expect(page.getByRole('status').filter({ hasText: 'not the value of an active key' })).toBeVisible();
  await expect(lines(page)).toHaveText([/Look it up as an external id/]);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(organization.displayName);
  await expect(page).toHaveURL(customer);
});

test('J5: a leaked key is revoked from the palette, and what one pins stays at hand', async ({
  page,
  context,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const key = await scalekit.createApiKey(organization.id, `Leaked ${uniqueWord()}`);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  await page.getByRole('button', { name: `Pin ${organization.displayName}` }).click();
  await expect(page.getByRole('button', { name: `Unpin ${organization.displayName}` })).toBeVisible();

  await page.goto('/production/roles');
  await openPalette(page);
  const pinned = page.getByRole('group', { name: 'Pinned' }).getByRole('option');
  await expect(pinned).toHaveText([organization.displayName]);
  await page.getByRole('button', { name: `Unpin ${organization.displayName}` }).click();
  await expect(pinned).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
    organization.displayName,
  ]);

  await field(page).fill(key.tokenId);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/production/organizations/${organization.id}/api-keys`);
  // By now the index knows its last four characters.
  await page.goto('/production');
  await whenHeard(page);
  const interactions = await countInteractions(page);
  await paste(page, key.suffix);
  await lines(page)
    .filter({ hasText: `Ends API key ${key.tokenId}` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke API key' }).click();
  await expect(page.getByText('No active API keys')).toBeVisible();
  expect(await interactions(), 'interactions from the desk').toBeLessThanOrEqual(3);
  const revoked = (await staffLog()).filter(({ action }) => action === 'api_key.revoke');
  expect(revoked.map(({ outcome }) => outcome)).toEqual([null, 'ok']);
});

test('somebody limited to some customers finds theirs and nobody else’s', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
}) => {
  const other = await scalekit.createOrganization();
  const { id } = await signIn('support');
  await withDatabase(stack.databaseUrl, async (client) => {
    await client.query('UPDATE staff SET all_customers = false WHERE id = $1', [id]);
    await client.query(`INSERT INTO staff_customer VALUES ($1, 'production', $2)`, [id, organization.id]);
  });
  await page.goto('/production/organizations');
  await pasteAndEnter(page, other.id);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found.' })).toBeVisible();
  await expect(lines(page)).toHaveCount(0);
  await field(page).fill(organization.externalId);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(organization.displayName);
});
