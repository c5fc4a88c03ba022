import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addDomain, addPortalDomain } from './fixtures/domains-api';
import { addExpiringKey, addSamlConnection } from './fixtures/expiry-api';
import { fillRecipient } from './fixtures/portal-visitor';
import { uniqueWord } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';

const of = (id: string) => `/production/organizations/${id}`;
const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: name });

test('a set-up is followed step by step, with who has to act', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
}) => {
  await signIn('support');
  await page.goto(of(organization.id));
  const onboarding = section(page, 'Onboarding');
  await expect(onboarding).toContainText('0 of 7 steps done.');
  await expect(onboarding.getByRole('img', { name: '0 of 7 steps done' })).toBeVisible();
  await expect(onboarding).toContainText('Next, for us: create a portal link.');
  await expect(step(page, 'Connection tested')).toContainText('Comes after the connection is complete.');

  await onboarding.getByRole('link', { name: 'Go to this step: Portal link created' }).click();
  await page.locator('section').getByRole('link', { name: 'Create portal link' }).click();
  const dialog = page.getByRole('dialog');
  await fillRecipient(dialog);
  await dialog.getByRole('button', { name: 'Create portal link' }).click();
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(onboarding).toContainText('Next, for the customer: open the portal link.');

  const name = `${uniqueWord()}.example`;
  await addPortalDomain(scalekit, organization.id, name);
  await page.reload();
  await expect(step(page, 'Domain verified')).toContainText(`${name} waits for its record.`);
  await expect(step(page, 'Domain verified')).toContainText('Customer Publish the TXT record');

  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  await page.reload();
  await expect(step(page, 'Domain verified')).toContainText('Done');
  await expect(step(page, 'Portal link opened')).toContainText('Not needed');
  await expect(step(page, 'Connection enabled')).toContainText('Done');
  await expect(step(page, 'Connection tested')).toContainText('Not known');
  await expect(step(page, 'Connection tested')).toContainText('Scalekit lists no earlier tests.');
  await step(page, 'Connection tested').getByRole('link', { name: 'Connection tested' }).click();
  await expect(page).toHaveURL(new RegExp(`/connections/${connectionId}$`));

  await signInPerson(stack.production, scalekit, connectionId, `ada@${domain}`);
  await page.goto(of(organization.id));
  await expect(step(page, 'Connection tested')).toContainText('A member signed in through it just now.');
  await expect(onboarding).toContainText('Next, for the customer: set up directory sync in the portal.');
});

test('what expires is sorted by date and leads to where it is renewed', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const connectionId = await addSamlConnection(scalekit, organization.id, 'idp.heronsgate.example', 20);
  await addExpiringKey(scalekit, organization.id, 'nightly reports', 3);
  await scalekit.createApiKey(organization.id, 'for ever');
  await signIn('viewer');
  const before = new Set((await journal()).map(({ traceId }) => traceId));
  await page.goto(of(organization.id));
  const rows = page.getByRole('table', { name: 'What expires' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('nightly reports');
  await expect(rows.nth(0)).toContainText('3 days');
  await expect(rows.nth(1)).toContainText('SAML certificate');
  await expect(rows.nth(1)).toContainText('20 days');
  // Organization, connections, domains, directories, members, keys, clients, and one SAML connection.
  const calls = (await journal()).filter(({ traceId }) => !before.has(traceId));
  expect(calls.length).toBeLessThanOrEqual(8);
  await rows.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/connections/${connectionId}/certificate$`));
});

test('an overview makes no more calls when there is more of everything', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  test.setTimeout(120_000);
  const callsOf = async () => {
    const before = new Set((await journal()).map(({ traceId }) => traceId));
    await page.goto(of(organization.id));
    await expect(section(page, 'What expires')).toContainText(/Date|Nothing that was looked at/);
    return (await journal())
      .filter(({ traceId }) => !before.has(traceId))
      .map(({ operation }) => operation)
      .sort();
  };
  await signIn('support');
  const few = await callsOf();
  for (let index = 0; index < 40; index++) await scalekit.createApiKey(organization.id, `key ${index}`);
  for (let index = 0; index < 40; index++) await scalekit.addMember(organization.id);
  await addDomain(scalekit, organization.id, `${uniqueWord()}.example`);
  expect(await callsOf()).toEqual(few);
  await expect(page.getByText('Of 40 API keys, the first 30 were looked at.')).toBeVisible();
});

test('identity is complete, and a logo elsewhere is a link', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  const slug = uniqueWord();
  const logo = 'https://pictures.heronsgate.example/logo.png';
  await scalekit.send('PATCH', `/organizations/${organization.id}`, { logo_url: logo, slug });
  await signIn('viewer');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(of(organization.id));
  const link = page.getByRole('link', { name: 'Logo at pictures.heronsgate.example' });
  await expect(link).toHaveAttribute('href', logo);
  await expect(page.getByText(organization.externalId, { exact: true })).toBeVisible();
  await expect(page.getByText(slug, { exact: true })).toBeVisible();
  expect(asked.filter((url) => url.includes('heronsgate.example'))).toEqual([]);
});

test.describe('when parts fail', () => {
  test.use({ environment: 'development' });

  test('nothing is claimed of them, and the rest stands', async ({
    page,
    signIn,
    organization,
    addFault,
  }) => {
    await signIn('support');
    await addFault({ operation: 'connections.listConnections', status: 500 });
    await page.goto(`/development/organizations/${organization.id}`);
    await expect(step(page, 'Connection enabled')).toContainText('Not known');
    await expect(step(page, 'Connection enabled')).toContainText('This could not be read now.');
    await expect(page.getByText('The SAML connections could not be read now.')).toBeVisible();
    await expect(page.getByText('Next, for us: create a portal link.')).toBeVisible();
  });
});
