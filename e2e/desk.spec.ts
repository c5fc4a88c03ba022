import { expect, test } from './fixtures';
import { expireSoon, raiseAlarm } from './fixtures/desk-rows';
import { countInteractions } from './fixtures/interactions';
import { uniqueWord } from './fixtures/scalekit-api';

test('the home page shows what will break soon, without a step', async ({ page, organization, signIn }) => {
  const name = `idp.${uniqueWord()}.example`;
  await expireSoon(organization.id, name);
  await signIn('support');
  await page.goto('/production');
  const interactions = await countInteractions(page);
  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'What expires' }).getByText(name)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Failing sign-ins' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Onboarding' })).toBeVisible();
  expect(await interactions()).toBe(0);
});

test('an alarm of many deleted users stands on the desk and the customer’s page until it is acknowledged', async ({
  page,
  organization,
  signIn,
}) => {
  await raiseAlarm(organization.id);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  const alarm = page.getByText(/34 users deleted from a directory/);
  await expect(alarm).toBeVisible();
  await page.getByRole('button', { name: /Acknowledge the alarm/ }).click();
  await expect(alarm).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Last failed sign-ins' })).toBeVisible();
  await expect(alarm).toBeHidden();
});

test('a page is copied as Markdown for a ticket', async ({ page, context, organization, signIn }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  await expect(page.getByRole('heading', { name: 'Last failed sign-ins' })).toBeVisible();
  // A secret as a page would show it once.
  await page.evaluate(() => {
    const planted = document.createElement('p');
    planted.dataset.secret = '';
    planted.textContent = 'planted-secret-of-the-page';
    document.getElementById('main')?.append(planted);
  });
  await page.getByRole('button', { name: 'Copy page as Markdown' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(organization.id);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^# /m);
  expect(text).toContain('## Last failed sign-ins');
  expect(text).not.toContain('planted-secret');
});
