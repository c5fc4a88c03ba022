import { expect, test } from './fixtures';
import { addClaim, dialog, rows, submit } from './fixtures/api-keys-page';
import { findDarkViolations, findViolations } from './fixtures/axe';
import { withDatabase } from './fixtures/database';
import { hardName } from './fixtures/hard-names';
import { findOverflow } from './fixtures/layout';
import { ageOwnSession } from './fixtures/own-session';
import { fillRecipient } from './fixtures/portal-visitor';

// A freeze stops whoever works in the environment, other tests too: in this one they take turns.
test.use({ environment: 'development' });
test.afterEach(({ stack }) =>
  withDatabase(stack.databaseUrl, (client) => client.query('DELETE FROM environment_freeze')),
);

const of = (id: string, tab: string) => `/development/organizations/${id}${tab}`;
const frozen = /development is frozen: nothing is changed/;

test('an administrator freezes an environment, what ends something goes on, and everything does after the end', async ({
  page,
  browser,
  signIn,
  organization,
  scalekit,
  journal,
  staffLog,
}) => {
  const kept = await scalekit.createApiKey(organization.id, 'Nightly export');
  const admin = await signIn('admin');
  await page.goto(of(organization.id, '/portal-links?dialog=create'));
  await fillRecipient(dialog(page));
  await dialog(page).getByRole('button', { name: 'Create portal link' }).click();
  const url = (await dialog(page).locator('[data-secret]').textContent()) ?? '';

  // Stopping asks for no fresh sign-in; going on does.
  await ageOwnSession(admin.token, 'auth_time', 2);
  await page.goto('/development/organizations');
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Admin' }).click();
  await page.getByRole('link', { name: 'Freeze', exact: true }).click();
  await expect(page.getByText('Not frozen')).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'Freeze', exact: true }).last().click();
  await dialog(page).getByRole('button', { name: 'Freeze' }).click();
  await expect(dialog(page).getByLabel('Reason')).toHaveAccessibleDescription(/Say why/);
  await dialog(page).getByLabel('Reason').fill('Moving the directory');
  await dialog(page).getByLabel('One hour').check();
  await dialog(page).getByRole('button', { name: 'Freeze' }).click();
  await expect(page.getByText(frozen)).toBeVisible();
  await expect(page.getByRole('banner').getByText('Frozen')).toBeVisible();

  await page.goto(of(organization.id, '/api-keys?dialog=create'));
  await dialog(page).getByLabel('Description').fill('Not now');
  await submit(page).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Moving the directory');
  await expect(dialog(page).getByLabel('Description')).toHaveValue('Not now');
  await page.goto(of(organization.id, `/api-keys?dialog=revoke:${kept.tokenId}`));
  await dialog(page).getByRole('button', { name: 'Revoke' }).click();
  await expect(rows(page)).toHaveCount(0);
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(url);
  await expect(customer.getByText('This is paused for the moment')).toBeVisible();
  await expect(customer.getByRole('button', { name: 'Open the setup portal' })).toHaveCount(0);
  await customer.context().close();

  await page.goto('/development/admin/freeze?dialog=end-freeze');
  await dialog(page).getByRole('button', { name: 'End freeze' }).click();
  await expect(page).toHaveURL(/\/sign-in\/step-up/);
  await ageOwnSession(admin.token, 'auth_time', 0);
  await page.goto('/development/admin/freeze?dialog=end-freeze');
  await dialog(page).getByRole('button', { name: 'End freeze' }).click();
  await expect(page.getByText('Not frozen')).toBeVisible();
  await expect(page.getByText(frozen)).toHaveCount(0);

  // The one that this test arranged.
  expect(await journal('tokens.createToken')).toHaveLength(1);
  const acts = (await staffLog()).map(({ action, kind, outcome }) => `${action} ${outcome ?? kind}`);
  expect(acts.slice(2)).toEqual([
    'freeze.start intent',
    'freeze.start ok',
    'api_key.create denied',
    'api_key.revoke intent',
    'api_key.revoke ok',
    'freeze.end denied',
    'freeze.end intent',
    'freeze.end ok',
  ]);
});

test('who began before the freeze is told with the refusal, loses nothing typed, and goes on after it', async ({
  page,
  signIn,
  organization,
  stack,
}) => {
  await signIn('support');
  await page.goto(of(organization.id, '/api-keys?dialog=create'));
  await dialog(page).getByLabel('Description').fill('Nightly export');
  await addClaim(page, 1, 'team', 'billing');
  const freeze = (sql: string, ...values: string[]) =>
    withDatabase(stack.databaseUrl, (client) => client.query(sql, values));
  const begun = `INSERT INTO environment_freeze (environment, reason, started_by_email)
    VALUES ('development', $1, 'admin@staff.example')`;
  await freeze(begun, hardName);
  await submit(page).click();
  await expect(dialog(page).getByRole('alert')).toContainText('is frozen until an administrator ends it');
  await expect(page.getByText(frozen)).toBeVisible();
  await expect(dialog(page).getByLabel('Value of claim 1')).toHaveValue('billing');
  expect(await findViolations(page), 'light').toEqual([]);
  await page.goto(of(organization.id, ''));
  await expect(page.getByRole('link', { name: 'End it' })).toHaveCount(0);
  expect(await findViolations(page, '#main'), 'light').toEqual([]);
  expect(await findDarkViolations(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findOverflow(page)).toEqual([]);

  await freeze('DELETE FROM environment_freeze');
  await page.goto(of(organization.id, '/api-keys?dialog=create'));
  await expect(dialog(page).getByLabel('Description')).toHaveValue('Nightly export');
  await submit(page).click();
  await expect(dialog(page)).toContainText('This API key is shown only now.');

  // A tab that comes into view hears of the next one, and what it shows once stays.
  await freeze(begun, 'Once more');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText(frozen)).toBeVisible();
  await expect(dialog(page)).toContainText('This API key is shown only now.');
});
