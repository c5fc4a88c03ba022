import { randomBytes } from 'node:crypto';
import { expect, test } from './fixtures';
import { dialog, keysPath, rows, submit } from './fixtures/api-keys-page';
import { findViolations } from './fixtures/axe';
import { withDatabase } from './fixtures/database';
import { holds, openHandOver, recordRequests } from './fixtures/hand-over';
import { insertHandOver } from './fixtures/hand-over-rows';
import { countInteractions } from './fixtures/interactions';
import { closeReveal, readHandOverLink, readRevealedKey, readRevealedSecret } from './fixtures/reveal';
import { expectBrowserForgot } from './secret-sweep/browser';

const handOversPath = (id: string) => `/production/organizations/${id}/hand-overs`;

test.use({ allowedProblems: [/status of 410/] });

// Job J3, from the customer's API keys: 1 Create API key, 2 the same in the dialog, 3 Hand over, which copies the link.
test('an API key is issued, seen once and handed over in three interactions; its recipient opens it once', async ({
  page,
  context,
  browser,
  signIn,
  organization,
  scalekit,
  staffLog,
  stack,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const person = await signIn('support');
  await page.goto(keysPath(organization.id));
  const sent = recordRequests(context);
  const interactions = await countInteractions(page);
  await page.getByRole('link', { name: 'Create API key' }).click();
  await submit(page).click();
  const value = await readRevealedKey(page);
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  const url = await readHandOverLink(page);
  expect(await interactions(), 'interactions from the API keys to a copied link').toBe(3);
  expect((await page.evaluate(() => navigator.clipboard.readText())) === url).toBe(true);
  await expect(dialog(page).getByText('The link is copied.')).toBeVisible();
  await expect(dialog(page).getByText('Not opened yet')).toBeVisible();

  const customerContext = await browser.newContext();
  const received = recordRequests(customerContext);
  const customer = await customerContext.newPage();
  const shown = await customer.goto(url);
  expect(await shown?.allHeaders()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': expect.stringContaining('no-store'),
  });
  expect((await openHandOver(customer)) === value).toBe(true);
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText('API key');
  expect(customer.url()).toBe(url.split('#')[0]);
  expect(await scalekit.accepts(value)).toBe(true);

  await expect(dialog(page).getByText(/at .* by Chrome \d+ on \w+/)).toBeVisible();
  await closeReveal(page);
  await expect(rows(page)).toHaveCount(1);
  const key = url.split('#')[1] ?? '';
  const secrets = [
    { kind: 'api_key', label: 'handed over', value },
    { kind: 'hand_over_key', label: 'handed over', value: key },
  ] as const;
  await expectBrowserForgot(page, [...secrets]);
  await customer.getByRole('button', { name: 'I have stored it' }).click();
  await expectBrowserForgot(customer, [secrets[0]]);
  for (const texts of [sent, received]) {
    expect(holds(texts, key), 'the key is in no request').toBe(false);
    expect(holds(texts, key.slice(0, 40)), 'nor without its check').toBe(false);
  }
  expect(holds(received, value), 'nor is the secret').toBe(false);

  await customer.reload();
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText('This link was opened already');
  // The record of how a document was reached lives as long as the document, and keeps its whole address.
  await expectBrowserForgot(customer, [...secrets]);
  await page.goto(handOversPath(organization.id));
  await expect(page.getByRole('row', { name: /API key.*Opened.*Chrome \d+/ })).toContainText(person.email);
  expect((await staffLog()).map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
    ['intent', 'api_key.create', null],
    ['outcome', 'api_key.create', 'ok'],
    ['intent', 'hand_over.create', null],
    ['outcome', 'hand_over.create', 'ok'],
  ]);
  const stored = await withDatabase(stack.databaseUrl, async (client) => {
    const query = 'SELECT h::text AS text FROM hand_over h WHERE organization_id = $1';
    return (await client.query<{ text: string }>(query, [organization.id])).rows.map(({ text }) => text);
  });
  expect(stored).toHaveLength(1);
  for (const secret of [value, key, url.slice(-71, -49)]) expect(holds(stored, secret)).toBe(false);
});

test('an address without its end, or with a damaged one, burns nothing', async ({
  page,
  browser,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(`${keysPath(organization.id)}?dialog=create`);
  await submit(page).click();
  const value = await readRevealedKey(page);
  await dialog(page).getByLabel('The link works for').selectOption('7 days');
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  const url = await readHandOverLink(page);
  const [address = '', fragment = ''] = url.split('#');

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(url);
  // Playwright's texts leave this element out.
  await expect(plain.locator('noscript')).toBeVisible();
  expect(await plain.locator('noscript').textContent()).toContain('This page needs JavaScript.');
  await expect(plain.getByRole('button')).toHaveCount(0);
  const customer = await (await browser.newContext()).newPage();
  const alert = customer.getByRole('main').getByRole('alert');
  await customer.goto(address);
  await expect(alert).toContainText('The end of the address is missing.');
  expect(await findViolations(customer)).toEqual([]);
  await customer.goto(`${address}#${fragment.slice(0, -1)}`);
  await expect(alert).toContainText('The end of the address is damaged.');
  await expect(customer.getByRole('main').getByRole('button')).toHaveCount(0);
  await customer.goto(url);
  expect((await openHandOver(customer)) === value, 'the link was still whole').toBe(true);
  expect((await findViolations(customer)).length, 'violations').toBe(0);
  await closeReveal(page);
});

test('one of fifty presses wins, and what waits can be revoked', async ({
  page,
  browser,
  signIn,
  organization,
}) => {
  const token = () => randomBytes(16).toString('base64url');
  const [pressed, waiting] = [token(), token()];
  await insertHandOver(organization.id, { label: 'Nightly export', token: pressed });
  const open = `/s/${pressed}/open`;
  const presses = await Promise.all(Array.from({ length: 50 }, () => page.request.post(open)));
  const statuses = presses.map((response) => response.status());
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(49);

  await insertHandOver(organization.id, { label: 'Yard terminal', token: waiting });
  await signIn('support');
  await page.goto(handOversPath(organization.id));
  await expect(
    page.getByRole('row', { name: /Nightly export Jane Roe Opened/ }).getByRole('button'),
  ).toHaveCount(0);
  await page
    .getByRole('row', { name: /Yard terminal Jane Roe Waiting/ })
    .getByRole('button')
    .click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await dialog(page).getByRole('button', { name: 'Revoke hand-over' }).click();
  await expect(page.getByRole('row', { name: /Yard terminal Jane Roe Revoked/ })).toBeVisible();
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`/s/${waiting}`);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('This link was withdrawn');
  await plain.goto('/s/made-up');
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('There is no such link');
});

test('a client secret stays on the page when it cannot be handed over yet', async ({
  page,
  context,
  browser,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/clients?dialog=create`);
  await dialog(page).getByLabel('Name').fill('Nightly deploys');
  await dialog(page).getByRole('button', { name: 'Create API client' }).click();
  const value = await readRevealedSecret(page);
  const handOver = dialog(page).getByRole('button', { name: 'Hand over' });

  await dialog(page).getByLabel('For whom').fill(`Jane ${value}`);
  await handOver.click();
  await expect(dialog(page).getByLabel('For whom')).toHaveAccessibleDescription(
    /holds the client secret itself/,
  );
  await dialog(page).getByLabel('For whom').fill('Jane');

  await context.clearCookies();
  await handOver.click();
  await expect(dialog(page).getByRole('alert')).toContainText('Your session has ended.');
  await expect(dialog(page).locator('[data-secret]')).toBeVisible();
  await signIn('support');
  await handOver.click();
  const url = await readHandOverLink(page);
  await expect(dialog(page)).toContainText('Send it to Jane');
  expect((await findViolations(page)).length, 'violations around a link').toBe(0);
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(url);
  expect((await openHandOver(customer)) === value).toBe(true);
  await expect(customer.getByText(/^Nightly deploys, client id m2morg_/)).toBeVisible();
  await closeReveal(page);
});
