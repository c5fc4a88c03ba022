import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { expireSoon } from './fixtures/desk-rows';
import { dropPeople, openDirectory, pushPeople } from './fixtures/directories-api';
import { countInteractions } from './fixtures/interactions';
import { awaitMail } from './fixtures/mailbox';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';

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

test('twenty-one deletions raise an alarm on the desk, on the customer’s page and by mail, until it is acknowledged', async ({
  page,
  organization: { id, displayName },
  scalekit,
  signIn,
  stack,
}) => {
  const pusher = await openDirectory(scalekit, id);
  await pushPeople(
    pusher,
    Array.from({ length: 21 }, (_, index) => `heron${index}`),
  );
  const lead = await signIn('lead');
  await dropPeople(pusher, 21);
  await page.goto('/production');
  const acknowledge = page.getByRole('button', {
    name: new RegExp(`Acknowledge the alarm of (${displayName}|${id})$`),
  });
  await expect(async () => {
    await page.reload();
    await expect(acknowledge).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const alarm = page.getByText(/^21 users deleted from a directory/);
  await expect(async () => {
    await page.goto(`/production/organizations/${id}`);
    await expect(alarm).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await awaitMail(stack.production.url, lead.email, 'deleted from a directory');
  await acknowledge.click();
  await expect(alarm).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Last failed sign-ins' })).toBeVisible();
  await expect(alarm).toBeHidden();
});

test('an evidence pack is made and saved, with what Scalekit has now and the proof of the staff log', async ({
  page,
  organization,
  scalekit,
  signIn,
  stack,
}) => {
  const key = await scalekit.createApiKey(organization.id, 'Nightly export');
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  await openDirectory(scalekit, organization.id);
  await scalekit.send('POST', `/organizations/${organization.id}/users?send_invitation_email=false`, {
    email: `ada@${domain}`,
    membership: { roles: [{ name: 'admin' }] },
  });
  await signInPerson(stack.production, scalekit, connectionId, `ada@${domain}`);
  const lead = await signIn('lead');
  await page.goto(`/production/organizations/${organization.id}/evidence`);
  await page.getByRole('button', { name: 'Make evidence pack' }).click();
  await expect(page.getByRole('table', { name: 'API keys' })).toContainText(`Ends in: ${key.suffix}`);
  const sessions = page.getByRole('table', { name: 'Sessions of the administrators' });
  await expect(sessions.getByRole('row', { name: `ada@${domain}` })).toContainText('Firefox 140');
  await expect(page.getByText(/^None, as of .* Read from Scalekit for this pack/).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Acts of our staff' })).toContainText('evidence.make');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(new RegExp(`^evidence-${organization.id}-.*\\.md$`));
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toContain(`# Evidence pack: ${organization.displayName}`);
  expect(text).toContain(key.tokenId);
  expect(text).not.toContain(key.value);
  expect(text).toContain('evidence.make');
  expect(text).toContain(lead.email);
  expect(text).toMatch(/Head: `production:\d+:[0-9a-f]{64}`/);
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
