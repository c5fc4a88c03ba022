import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { insertActivityRows } from './fixtures/activity-rows';
import { keepDeadCertificates } from './fixtures/desk-rows';
import { dropPeople, openDirectory, pushPeople } from './fixtures/directories-api';
import { countInteractions } from './fixtures/interactions';
import { awaitMail } from './fixtures/mailbox';
import { type ScalekitApi, uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';
import { of } from './places/place';
import { e2eStack } from './setup/stack';

const listing = z.object({
  organizations: z.array(z.object({ id: z.string(), display_name: z.string(), slug: z.string().optional() })),
  next_page_token: z.string().optional(),
});

/** A customer of the demo: other tests have made hundreds since. */
async function demoCustomer(scalekit: ScalekitApi, slug: string) {
  for (let token: string | undefined = ''; token !== undefined; ) {
    const answer: z.output<typeof listing> = listing.parse(
      await scalekit.send('GET', `/organizations?page_size=100&page_token=${encodeURIComponent(token)}`),
    );
    const found = answer.organizations.find((one) => one.slug === slug);
    if (found) return found;
    token = answer.next_page_token || undefined;
  }
  throw new Error(`The demo has no ${slug}`);
}

// Job J12, on the demo: at Zephyrine Airways the certificate ends in nine days, and nobody has renewed it.
test('the home page shows what breaks next month, without a step', async ({
  page,
  organization,
  scalekit,
  signIn,
}) => {
  await keepDeadCertificates(organization.id, 9);
  const customer = await demoCustomer(scalekit, 'zephyrine');
  await signIn('support');
  // Somebody looks at the customer, and Keydesk keeps what it saw.
  await page.goto(of(customer.id));
  await expect(page.getByRole('table', { name: 'What expires' })).toContainText('SAML certificate');
  const soon = page.getByRole('table', { name: 'What expires' }).getByRole('row');
  const due = soon.filter({ hasText: customer.display_name }).filter({ hasText: 'SAML certificate' });
  await expect(async () => {
    await page.goto('/production');
    await expect(due).toBeVisible({ timeout: 3000 });
  }).toPass();
  const interactions = await countInteractions(page);
  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
  await expect(due).toContainText(/[89] days/);
  await expect(page.getByRole('heading', { name: 'Failing sign-ins' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Onboarding' })).toBeVisible();
  expect(await interactions()).toBe(0);
  await page.getByRole('link', { name: /have already run out/ }).click();
  await expect(page.getByRole('table', { name: 'What expires' })).toContainText('idp.long-gone.example');
});

const insertFailedLogin = (organizationId: string, email: string) =>
  insertActivityRows(e2eStack(), [
    {
      ...{ id: `auth_${uniqueWord()}`, stream: 'login', type: 'login.sso', source: 'login_log' },
      ...{ outcome: 'failed', organizationId, email },
    },
  ]);

test('twenty-one deletions raise an alarm on the desk, on the customer’s page and by mail, and a failed sign-in leads to the doctor', async ({
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
  const email = `ada@${uniqueWord()}.example`;
  await insertFailedLogin(id, email);
  await page.reload();
  await expect(alarm).toBeHidden();
  // The customer and the sign-in go along to the doctor.
  await page.getByRole('link', { name: `Why did the sign-in of ${email} fail?` }).click();
  await expect(page).toHaveURL(new RegExp(`/doctor\\?organization=${id}`));
  await expect(page.getByLabel('E-mail address, auth request id')).toHaveValue(email);
  await expect(page.getByRole('region', { name: /^About/ })).toContainText(email);
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
  const copy = page.getByRole('button', { name: 'Copy page as Markdown' });
  // What answers a press is React's by now: before that it would not know what is planted.
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await copy.click();
  await expect.poll(copied).toContain(organization.id);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  // A secret as a page would show it once.
  await page.evaluate(() => {
    const planted = document.createElement('p');
    planted.dataset.secret = '';
    planted.textContent = 'planted-secret-of-the-page';
    document.getElementById('main')?.append(planted);
  });
  await copy.click();
  await expect.poll(copied).toContain(organization.id);
  const text = await copied();
  expect(text).toMatch(/^# /m);
  expect(text).toContain('## Last failed sign-ins');
  expect(text).not.toContain('planted-secret');

  // On a phone it stands in the sheet of the navigation, for keys too.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Open navigation' }).press('Enter');
  await copy.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  await expect.poll(copied).toContain(organization.id);
});
