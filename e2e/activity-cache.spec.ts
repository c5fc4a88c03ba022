import { expect, test } from './fixtures';

test('what happens at Scalekit arrives by webhook, a forged one is counted, and history is read on demand', async ({
  page,
  signIn,
  scalekit,
  request,
  staffLog,
}) => {
  // Jobs pay from half of the budget, and share the machine with other tests.
  test.setTimeout(120_000);
  const patiently = { timeout: 40_000 };
  await signIn('admin');
  // A walk over the few customers of the other environment ends while the rest goes on.
  await page.goto('/development/admin/system');
  const ended = page.getByText(/^[1-9]\d* of [1-9]\d* customers?, ended/);
  await expect(page.getByText('never made').first()).toBeVisible();
  const configuration = page.locator('section').filter({ hasText: /^Configuration/ });
  await configuration.getByRole('button', { name: 'Walk now' }).click();
  const begun = page.getByText(/ customers?, (began|ended)/);
  await expect(page.getByText('A worker begins within a minute.').or(begun).first()).toBeVisible();
  await page.goto('/production/admin/activity-cache');
  const streams = page.getByRole('table', { name: 'Streams of the activity cache' });
  const events = streams.getByRole('row', { name: /^Events/ });
  const count = async () =>
    Number((await events.getByRole('cell').nth(1).textContent())?.replaceAll(',', ''));
  const before = await count();
  await scalekit.createOrganization();
  await expect(async () => {
    await page.reload();
    expect(await count()).toBeGreaterThan(before);
  }).toPass();
  await expect(page.getByText('In the settings')).toBeVisible();
  await expect(page.getByText('none in a week')).toHaveCount(0);

  const address = await page.getByText(/\/api\/webhooks\/scalekit\/production$/).textContent();
  const headers = { 'webhook-id': 'msg_forged', 'webhook-timestamp': `${Math.floor(Date.now() / 1000)}` };
  const forged = await request.post(address ?? '', {
    headers: { ...headers, 'webhook-signature': 'v1,Zm9yZ2Vk' },
    data: { id: 'evt_forged', type: 'user.login' },
  });
  expect(forged.status()).toBe(401);

  await page.getByLabel('Days back').fill('400');
  await page.getByRole('button', { name: 'Read history' }).click();
  await expect(page.getByText('Rows are kept for 365 days').first()).toBeVisible();
  await page.getByLabel('Days back').fill('14');
  await page.getByRole('button', { name: 'Read history' }).click();
  await expect(page.getByText(/^14 days, asked for by/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Sign-ins read' })).toHaveAttribute(
    'aria-valuenow',
    '100',
    patiently,
  );
  await expect(page.getByRole('progressbar', { name: 'Events read' })).toHaveAttribute(
    'aria-valuenow',
    '100',
    patiently,
  );
  await expect(page.getByRole('button', { name: 'Read history' })).toBeVisible(patiently);
  await expect(page.getByRole('table', { name: 'Refused webhooks' })).toContainText('Signature does not fit');
  await expect(async () => {
    await page.goto('/development/admin/system');
    await expect(ended).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('nothing was read yet')).toHaveCount(0);
  expect((await staffLog()).filter(({ outcome }) => outcome === 'ok')).toMatchObject([
    { action: 'snapshot.walk' },
    { action: 'activity_cache.backfill' },
  ]);
});
