import { readFile } from 'node:fs/promises';
import type { Page, Request } from '@playwright/test';
import { expect, test } from './fixtures';
import { insertActivityRows } from './fixtures/activity-rows';
import { uniqueWord } from './fixtures/scalekit-api';

const path = '/production/activity';
const rows = (page: Page) => page.getByRole('table', { name: 'Activity' }).locator('tbody tr');
const query = (page: Page) => page.getByRole('combobox', { name: 'Find in the activity' });
const dialog = (page: Page) => page.getByRole('dialog');
/** Of a real one Scalekit's webhooks tell too, and rows are counted here. */
const madeUpOrganization = () => `org_${Date.now()}${Math.floor(Math.random() * 1e6)}`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('what happened to a customer is read, narrowed down and opened, with what was before', async ({
  page,
  stack,
  signIn,
}) => {
  const organizationId = madeUpOrganization();
  const connectionId = `conn_${Date.now()}`;
  const common = { organizationId, targetType: 'organization', targetId: organizationId };
  const unique = uniqueWord();
  await insertActivityRows(stack, [
    {
      ...common,
      id: `evt_a${unique}`,
      at: minutesAgo(90),
      type: 'organization.updated',
      data: { display_name: 'Acme', seats: 10 },
    },
    {
      ...common,
      id: `evt_b${unique}`,
      at: minutesAgo(60),
      type: 'organization.updated',
      data: { display_name: 'Acme', seats: 25 },
    },
    {
      id: `log_${unique}`,
      stream: 'login',
      at: minutesAgo(50),
      type: 'login.sso',
      source: 'login_log',
      outcome: 'failed',
      organizationId,
      connectionId,
      email: 'jane@acme.test',
      words: 'jane@acme.test',
    },
    {
      id: `chg_${unique}`,
      stream: 'change',
      at: minutesAgo(30),
      since: minutesAgo(300),
      type: 'connection.changed',
      source: 'snapshot',
      organizationId,
      connectionId,
      targetType: 'connection',
      targetId: connectionId,
      data: { name: 'Okta', fields: [{ path: 'entityId', before: 'old', after: 'new' }], intents: [] },
    },
  ]);
  await signIn('support');
  await page.goto(`${path}?organization=${organizationId}&period=hour`);
  await expect(rows(page)).toHaveCount(2);
  await expect(
    page.getByRole('img', { name: /^Rows per 5 minutes: 2 rows, of which 1 failed/ }),
  ).toBeVisible();
  await page.getByText('As a table').click();
  const numbers = page.getByRole('table', { name: 'Rows per 5 minutes' }).locator('tbody tr');
  await expect(numbers.nth(10), 'twelve or thirteen times five minutes').toBeVisible();
  await page.goto(`${path}?organization=${organizationId}`);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(0)).toContainText(/was changed.*after .*, before .*outside Keydesk/s);
  await expect(rows(page).nth(1)).toContainText('jane@acme.test tried to sign in by SSO, and it failed');

  await page.goto(path);
  await query(page).fill(`organization:${organizationId} out`);
  await query(page).press('ArrowDown');
  await query(page).press('Enter');
  await expect(query(page)).toHaveValue(`organization:${organizationId} outcome:`);
  await page.getByRole('option', { name: /^failed/ }).click();
  await query(page).press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByLabel('Outcome', { exact: true })).toHaveValue('failed');
  await page.getByRole('link', { name: 'Remove filter: Outcome is Failed' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(query(page)).toHaveValue(`organization:${organizationId}`);
  await page.getByLabel('Type', { exact: true }).fill('organization.updated');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(rows(page)).toHaveCount(2);

  await rows(page).first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Organization changed');
  const difference = page.getByRole('table', { name: 'Difference to the row before' });
  await expect(difference.locator('tbody tr')).toHaveText(/seats\s*10\s*25/);
  await page.getByRole('link', { name: 'Earlier of this object' }).click();
  await expect(difference).toHaveCount(0);
  await page.getByRole('link', { name: 'Its activity' }).first().click();
  await expect(rows(page)).toHaveCount(4);
});

test('new rows are counted in every tab by one stream, shown when asked for, and not while paused', async ({
  page,
  context,
  stack,
  signIn,
}) => {
  const organizationId = madeUpOrganization();
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/live')) streams.push(request.url());
  });
  await signIn('support');
  const address = `${path}?organization=${organizationId}`;
  await page.goto(address);
  await expect(page.locator('[data-live=live]')).toBeVisible();
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.locator('[data-live=live]')).toBeVisible();
  const comeIn = (id: string) =>
    insertActivityRows(stack, [
      { id, type: 'user.login', organizationId, email: 'jane@acme.test', outcome: 'ok' },
    ]);
  const unique = uniqueWord();
  await comeIn(`evt_1${unique}`);
  const show = page.getByRole('button', { name: 'Show 1 new row' });
  await expect(show).toBeVisible();
  await expect(second.getByRole('button', { name: 'Show 1 new row' })).toBeVisible();
  await expect(rows(page), 'nothing moves by itself').toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: '1 new row in the activity.' })).toHaveCount(1);
  await show.click();
  await expect(rows(page)).toHaveCount(1);
  await expect(show).toHaveCount(0);

  await page.getByRole('button', { name: 'Pause' }).click();
  await comeIn(`evt_2${unique}`);
  await expect(second.getByRole('button', { name: 'Show 2 new rows' })).toBeVisible();
  await expect(page.getByText('Paused')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Show/ })).toHaveCount(0);
  expect(streams.length, 'one stream, and one more when the tab that had it paused').toBe(2);

  // The tab that has the stream now is hidden, and comes back.
  const turn = (state: 'hidden' | 'visible') =>
    second.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  const isLive = { predicate: (request: Request) => request.url().includes('/api/live') };
  const closed = second.waitForEvent('requestfailed', isLive);
  await turn('hidden');
  await closed;
  expect(streams).toHaveLength(2);
  const opened = second.waitForEvent('request', isLive);
  await turn('visible');
  expect((await opened).url(), 'from where it was').toMatch(/\/api\/live\?after=\d{4}-/);
});

test('what a filter leaves is taken into a file by a lead, and by nobody below', async ({
  page,
  stack,
  signIn,
  staffLog,
}) => {
  const organizationId = madeUpOrganization();
  const unique = uniqueWord();
  const formula = `=HYPERLINK("${unique}")`;
  await insertActivityRows(stack, [
    { id: `evt_1${unique}`, type: 'role.updated', organizationId, targetType: 'role', targetId: formula },
    { id: `evt_2${unique}`, type: 'role.updated', organizationId, targetType: 'role', targetId: 'auditor' },
    { id: `evt_3${unique}`, type: 'user.login', organizationId, email: 'jane@acme.test', outcome: 'ok' },
  ]);
  await signIn('support');
  await page.goto(`${path}?organization=${organizationId}`);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'Export' })).toHaveCount(0);
  const address = `/api/export/activity?environment=production&format=csv&organization=${organizationId}`;
  expect((await page.request.get(address)).status()).toBe(403);

  await signIn('lead');
  await page.goto(`${path}?organization=${organizationId}&type=role.updated`);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(dialog(page).getByLabel('CSV')).toBeChecked();
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Export' }).click();
  await expect(dialog(page).getByText('Saved: 3 lines')).toBeVisible();
  await expect(dialog(page).getByRole('progressbar', { name: 'Rows exported' })).toBeVisible();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^activity-production-[\d-]+\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(`"'=HYPERLINK(""${unique}"")"`);
  expect(text).toContain(`evt_2${unique}`);
  expect(text).not.toContain('jane@acme.test');
  expect((await staffLog()).map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
    ['intent', 'activity.export', null],
    ['outcome', 'activity.export', 'ok'],
  ]);
});

test('a view is saved, opened first, shared and deleted', async ({ page, signIn, staffLog }) => {
  await signIn('support');
  await page.goto(`${path}?outcome=failed&period=day`);
  await page.getByRole('link', { name: 'Save view' }).click();
  await dialog(page).getByLabel('Name').fill('Failed today');
  await dialog(page)
    .getByLabel(/Begin with this view/)
    .check();
  await dialog(page).getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: 'View: Failed today' })).toBeVisible();

  await page.goto(path);
  await expect(page.getByText('Outcome is Failed')).toBeVisible();
  const menu = page.getByRole('button', { name: 'View: Failed today' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Share this view' }).click();
  await dialog(page).getByRole('button', { name: 'Share view' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await menu.click();
  await expect(page.getByRole('menuitem', { name: 'Failed today' })).toContainText('shared with everybody');
  await page.getByRole('menuitem', { name: 'Delete this view' }).click();
  await dialog(page).getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
  await expect(page.getByText('Outcome is Failed')).toHaveCount(0);
  const log = await staffLog();
  expect(
    log.filter(({ kind }) => kind === 'outcome').map(({ action, outcome }) => [action, outcome]),
  ).toEqual([
    ['activity_view.save', 'ok'],
    ['activity_view.share', 'ok'],
    ['activity_view.delete', 'ok'],
  ]);
});
