import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findDarkViolations, findViolations } from './fixtures/axe';
import { visitAs } from './fixtures/customer-visit';
import { publishTxt } from './fixtures/dns';
import { addPortalDomain } from './fixtures/domains-api';
import { enterCode, fillRecipient } from './fixtures/portal-visitor';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';

const of = (id: string, tab = '') => `/production/organizations/${id}${tab}`;

const dialog = (page: Page) => page.getByRole('dialog');

test('a customer’s administrator looks after their own organization, and nothing is left after signing out', async ({
  page,
  browser,
  signIn,
  organization,
  scalekit,
  stack,
}) => {
  const domain = `${uniqueWord()}.example`;
  await addPortalDomain(scalekit, organization.id, domain);
  await signIn('lead');
  await page.goto(of(organization.id, '/settings?dialog=customer-page'));
  await dialog(page).getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('Nobody is on it now.')).toBeVisible();
  await page.goto(of(organization.id, '/portal-links?dialog=create'));
  const address = await fillRecipient(dialog(page));
  await dialog(page).getByRole('button', { name: 'Create portal link' }).click();
  const url = (await dialog(page).locator('[data-secret]').textContent()) ?? '';

  const customer = await (await browser.newContext()).newPage();
  await customer.goto(`${stack.consoleUrl}/customer`);
  await expect(customer.getByRole('heading')).toHaveText('Open the link from your e-mail');
  await customer.goto(url);
  await expect(customer.getByRole('link', { name: 'Open your page' })).toHaveCount(0);
  await enterCode(customer, stack.production.url, address);
  await customer.getByRole('link', { name: 'Open your page' }).click();

  await expect(customer.getByRole('heading', { level: 1 })).toHaveText(organization.displayName);
  await expect(customer.getByRole('list', { name: 'Steps' }).getByRole('listitem').first()).toContainText(
    'Your turn',
  );
  const record = customer.getByRole('region', { name: domain });
  await expect(record).toContainText('The DNS does not know this domain');
  publishTxt(domain, [(await record.locator('code').last().textContent()) ?? '']);
  await record.getByRole('button', { name: 'again' }).click();
  await expect(record).toContainText('The record is there');

  await customer.getByRole('link', { name: 'Members' }).click();
  await customer.getByRole('link', { name: 'Invite a member' }).click();
  const colleague = `${uniqueWord()}@customer.example`;
  await dialog(customer).getByLabel('E-mail').fill(colleague);
  await dialog(customer).getByRole('button', { name: 'Send invitation' }).click();
  await expect(customer.getByRole('list', { name: 'Members' })).toContainText(colleague);

  await customer.getByRole('link', { name: 'API keys' }).click();
  await customer.getByRole('link', { name: 'Create an API key' }).click();
  await dialog(customer).getByLabel('What it is for').fill('Nightly import');
  await dialog(customer).getByRole('button', { name: 'Create API key' }).click();
  const key = await readRevealedKey(customer);
  expect(await scalekit.accepts(key)).toBe(true);
  await closeReveal(customer);
  await customer.reload();
  expect(await customer.content()).not.toContain(key);
  await customer.getByRole('link', { name: `Revoke the key ending in ${key.slice(-4)}` }).click();
  await dialog(customer).getByRole('button', { name: 'Revoke API key' }).click();
  await expect(customer.getByRole('heading', { name: 'No active API keys' })).toBeVisible();
  expect(await scalekit.accepts(key)).toBe(false);

  await customer.getByRole('link', { name: 'Set-up' }).click();
  await customer.getByRole('button', { name: 'Open the setup portal' }).click();
  await expect(customer).toHaveURL(`${stack.production.url}/portal`);
  await customer.goto(`${stack.consoleUrl}/customer`);
  await expect(customer.getByText('Your link can open it 9 more times.')).toBeVisible();
  await customer.getByRole('button', { name: 'Sign out' }).click();
  await expect(customer.getByRole('heading')).toHaveText('You are signed out');
  await customer.goBack();
  await expect(customer.getByRole('heading')).toHaveText('Open the link from your e-mail');
  await expect(customer.locator('body')).not.toContainText(organization.displayName);

  await dialog(page).getByRole('button', { name: 'I have stored it' }).click();
  await page.goto(of(organization.id, '/activity'));
  const row = page.getByRole('row', { name: /revoke api key/ });
  await expect(row).toContainText(`customer: ${address}`);
});

test('the customer’s page can be read and used by everybody, in both themes and at 360 px', async ({
  page,
  context,
  organization,
  scalekit,
}) => {
  await addPortalDomain(scalekit, organization.id, `${uniqueWord()}.example`);
  await scalekit.addMember(organization.id);
  await scalekit.createApiKey(organization.id, 'Nightly import');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 780 });
  const look = (path: string) => test.step(path, () => checkPage(page, path));
  await look('/customer?signed=out');
  await visitAs(context, organization);
  await look('/customer');
  await look('/customer/members');
  await look('/customer/members?dialog=invite');
  await look('/customer/api-keys');
  await look('/customer/api-keys?dialog=create');
});

async function checkPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1')).toHaveCount(1);
  if (path.includes('dialog=')) await expect(dialog(page)).toBeVisible();
  await expect(page.getByLabel('Loading')).toHaveCount(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${path} scrolls sideways`).toBeLessThanOrEqual(360);
  expect.soft(await findViolations(page), `${path} (light)`).toEqual([]);
  expect.soft(await findDarkViolations(page), `${path} (dark)`).toEqual([]);
}
