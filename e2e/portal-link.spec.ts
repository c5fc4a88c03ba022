import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findViolations } from './fixtures/axe';
import { awaitMail } from './fixtures/mailbox';
import { enterCode, fillRecipient, typeMailedCode } from './fixtures/portal-visitor';
import { searchLogs } from './fixtures/search-logs';

const linksPath = (environment: string, organizationId: string) =>
  `/${environment}/organizations/${organizationId}/portal-links`;

const dialog = (page: Page) => page.getByRole('dialog');
const secret = (page: Page) => dialog(page).locator('[data-secret]');
const textOf = async (locator: Locator) => (await locator.textContent()) ?? '';

type CreatedLink = { url: string; address: string };

/** From the organization's page to the URL: two clicks and a recipient. Closes the dialog again. */
async function createLink(page: Page, environment: string, organizationId: string): Promise<CreatedLink> {
  await page.goto(`/${environment}/organizations/${organizationId}`);
  await page.getByRole('link', { name: 'Create portal link' }).click();
  const address = await fillRecipient(dialog(page));
  await dialog(page).getByRole('button', { name: 'Create portal link' }).click();
  const url = await textOf(secret(page));
  await dialog(page).getByRole('button', { name: 'I have stored it' }).click();
  await expect(dialog(page)).toHaveCount(0);
  return { url, address };
}

/** The customer's administrator: another browser, without JavaScript. */
async function openAsCustomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return context.newPage();
}

test.describe('a durable portal link', () => {
  test.use({ allowedProblems: [/status of (410|422)/] });

  test('leads the customer to the portal, shows who opened it, and stops when revoked', async ({
    page,
    browser,
    signIn,
    organization,
    stack,
    journal,
    staffLog,
  }) => {
    const maker = await signIn('support');
    const { url, address } = await createLink(page, 'production', organization.id);
    expect(url).toMatch(new RegExp(`^${stack.consoleUrl}/p/[A-Za-z0-9_-]{43}$`));
    await page.reload();
    await expect(page.getByRole('row', { name: /Active 0 of 10/ })).toContainText('Jo Reed');
    await expect(page.getByText('in production they are for leads and admins')).toBeVisible();
    await expect(page.getByRole('link', { name: 'One-minute link' })).toHaveCount(0);
    expect(await page.content()).not.toContain(url.slice(-43));

    const customer = await openAsCustomer(browser);
    const shown = await customer.goto(url);
    expect(await shown?.allHeaders()).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    await expect(customer.getByRole('heading')).toHaveText(`Set up sign-in for ${organization.displayName}`);
    await expect(customer.getByText('j•••@customer.example')).toBeVisible();
    const code = await enterCode(customer, stack.production.url, address);
    expect(await journal('organizations.generatePortalLink'), 'looking mints nothing').toEqual([]);

    expect(new URL(stack.production.url).origin).not.toBe(new URL(stack.consoleUrl).origin);
    await customer.getByRole('button', { name: 'Open the setup portal' }).click();
    await expect(customer).toHaveURL(`${stack.production.url}/portal`);
    await expect(customer.getByRole('heading', { level: 1 })).toContainText(organization.displayName);

    const told = await awaitMail(stack.production.url, maker.email, 'was opened');
    expect(told.text).toContain(`Jo Reed <${address}>`);
    await page.goto(/^http\S+$/m.exec(told.text)?.[0] ?? '');
    const row = page.getByRole('row', { name: /Active 1 of 10/ });
    const panel = page.getByRole('region', { name: 'Chosen portal link' });
    await expect(panel.getByRole('listitem')).toContainText('Sent on to the setup portal');
    await expect(panel.getByRole('listitem')).toContainText(/Chrome \d+ on \w+/);

    await expect(panel).toContainText('First opened');

    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await dialog(page).getByRole('button', { name: 'Revoke' }).click();
    await expect(page.getByRole('row', { name: /Revoked 1 of 10/ })).toBeVisible();
    const [deletion] = await journal('organizations.deletePortalLinkByID');
    expect(deletion).toMatchObject({ verb: 'DELETE', path: expect.stringMatching(/portal_links\/lnk_/) });

    const gone = await customer.goto(url);
    expect(gone?.status()).toBe(410);
    await expect(customer.getByRole('heading')).toHaveText('This link was withdrawn');
    await expect(customer.locator('body')).not.toContainText(organization.displayName);

    expect((await staffLog()).map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
      ['intent', 'portal_link.create', null],
      ['outcome', 'portal_link.create', 'ok'],
      ['intent', 'portal_link.revoke', null],
      ['outcome', 'portal_link.revoke', 'ok'],
    ]);
    expect(await searchLogs(stack, new RegExp(`(?<![0-9a-z.])${code}(?![0-9a-z])`))).toEqual([]);
  });

  test('is refused with a sentence beside each wrong field', async ({
    page,
    signIn,
    organization,
    staffLog,
  }) => {
    await signIn('support');
    await page.goto(`${linksPath('production', organization.id)}?dialog=create`);
    await dialog(page).getByLabel('Single sign-on').uncheck();
    await dialog(page).getByLabel('Directory sync (SCIM)').uncheck();
    await dialog(page).getByLabel('Days until it expires').fill('31');
    await dialog(page).getByLabel('Times it can be opened').fill('0');
    await dialog(page).getByRole('button', { name: 'Create portal link' }).click();
    const described = (label: string) => dialog(page).getByLabel(label);
    await expect(described('Days until it expires')).toHaveAccessibleDescription(
      /A link lives 1 to 30 days\./,
    );
    await expect(described('Recipient’s e-mail')).toHaveAccessibleDescription(/like jo@example\.com/);
    await expect(described('Times it can be opened')).toHaveAccessibleDescription(
      /A link can be opened 1 to 100 times\./,
    );
    await expect(
      dialog(page).getByText('Choose at least one thing that the link opens.').first(),
    ).toBeVisible();
    expect(await staffLog()).toEqual([]);
  });

  test('is only to be looked at for a viewer', async ({ page, signIn, organization }) => {
    await signIn('viewer');
    await page.goto(linksPath('production', organization.id));
    await expect(page.getByRole('heading', { name: 'No portal links yet' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Create portal link|One-minute link/ })).toHaveCount(0);
  });

  test('can be read and used by everybody', async ({ page, browser, signIn, organization, stack }) => {
    await signIn('support');
    const { url, address } = await createLink(page, 'production', organization.id);
    await page
      .getByRole('row', { name: /Active/ })
      .getByRole('link')
      .click();
    await expect(page.getByRole('region', { name: 'Chosen portal link' })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);

    const customer = await (await browser.newContext()).newPage();
    await customer.goto(url);
    expect(await findViolations(customer)).toEqual([]);
    await customer.getByRole('button', { name: 'Send the code' }).click();
    await expect(customer.getByLabel('Code'), 'one types at once').toBeFocused();
    await customer.keyboard.type('1');
    await customer.keyboard.press('Enter');
    await expect(customer.getByLabel('Code')).toHaveAccessibleDescription(/That code is wrong/);
    expect(await findViolations(customer)).toEqual([]);
    await typeMailedCode(customer, stack.production.url, address);
    expect(await findViolations(customer)).toEqual([]);
    const button = customer.getByRole('button', { name: 'Open the setup portal' });
    await expect(button, 'the style sheet passes the policy').toHaveCSS('border-radius', '6px');
  });
});

test.describe('when Scalekit fails', () => {
  test.use({ environment: 'development', allowedProblems: [/status of 503/] });

  test('the customer reads so, and the same button works later', async ({
    page,
    browser,
    signIn,
    organization,
    addFault,
    stack,
  }) => {
    await signIn('support');
    const { url, address } = await createLink(page, 'development', organization.id);
    await addFault({ operation: 'generatePortalLink', status: 503, times: 1 });
    const customer = await openAsCustomer(browser);
    await customer.goto(url);
    await enterCode(customer, stack.production.url, address);
    await customer.getByRole('button').click();
    await expect(customer.getByRole('alert')).toContainText('The portal could not be opened');
    const requestId = await textOf(customer.getByRole('alert').locator('code'));
    await customer.getByRole('button').click();
    await expect(customer).toHaveURL(`${stack.development.url}/portal`);

    await page.reload();
    await page
      .getByRole('row', { name: /Active 1 of 10/ })
      .getByRole('link')
      .click();
    const opens = page.getByRole('region', { name: 'Chosen portal link' }).getByRole('listitem');
    await expect(opens).toHaveCount(2);
    await expect(opens.last()).toContainText('Scalekit made no link');
    await expect(opens.last()).toContainText(requestId);
  });

  test('revoking says what may be left', async ({ page, browser, signIn, organization, addFault, stack }) => {
    await signIn('support');
    const { url, address } = await createLink(page, 'development', organization.id);
    const customer = await openAsCustomer(browser);
    await customer.goto(url);
    await enterCode(customer, stack.production.url, address);
    await customer.getByRole('button').click();
    await addFault({ operation: 'deletePortalLinkByID', status: 500 });
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await dialog(page).getByRole('button', { name: 'Revoke' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('could not be deleted at Scalekit');
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByRole('row', { name: /Revoked/ })).toBeVisible();
  });
});

test('a one-minute link counts down, opens once, and leaves the screen when it is dead', async ({
  page,
  browser,
  signIn,
  organization,
  stack,
}) => {
  await signIn('lead');
  await page.clock.install();
  await page.goto(linksPath('production', organization.id));
  await page.getByRole('link', { name: 'One-minute link' }).click();
  await dialog(page).getByRole('button', { name: 'Create one-minute link' }).click();
  await expect(dialog(page).getByRole('timer')).toHaveText(/Works for (1:00|0:\d\d) more, once\./);
  await expect(dialog(page)).toContainText('mail scanner');
  const location = await textOf(secret(page));

  const customer = await openAsCustomer(browser);
  await customer.goto(location);
  await expect(customer).toHaveURL(`${stack.production.url}/portal`);

  await page.clock.fastForward(61_000);
  await expect(dialog(page).getByRole('alert')).toContainText('The minute is over.');
  expect(await page.content()).not.toContain(location);
});
