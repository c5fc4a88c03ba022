import { expect, test } from './fixtures';
import { createConnection } from './fixtures/draft-connection';
import { samlMetadata, signingCertificate, startIdentityProvider } from './fixtures/identity-provider';
import { uniqueWord } from './fixtures/scalekit-api';
import { needlesOf } from './secret-sweep/needles';
import { listPlaces } from './secret-sweep/places';
import { createSearch, describeHit } from './secret-sweep/search';

const setupPath = (organizationId: string, connectionId: string) =>
  `/production/organizations/${organizationId}/connections/${connectionId}/setup`;

test('a SAML connection is created, and set up from the address of its metadata', async ({
  page,
  signIn,
  organization,
  journal,
  staffLog,
}) => {
  const provider = await startIdentityProvider(() => ({
    '/metadata': samlMetadata(signingCertificate('current', 300), signingCertificate('former', -20)),
  }));
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/connections`);
  await page.getByRole('link', { name: 'Create connection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create connection' }).click();
  await expect(dialog.getByText('Choose the identity provider.').first()).toBeVisible();
  await dialog.getByLabel('Identity provider').selectOption('Microsoft Entra ID');
  await dialog.getByRole('button', { name: 'Create connection' }).click();
  await expect(page.getByRole('heading', { name: 'Set up Microsoft Entra ID (SAML)' })).toBeVisible();

  const read = page.getByRole('button', { name: 'Read metadata' });
  const address = page.getByLabel('Address of the metadata');
  await address.fill('https://10.0.0.1/metadata');
  await read.click();
  await expect(page.getByText('10.0.0.1 is not on the public internet').first()).toBeVisible();
  await expect(address).toHaveValue('https://10.0.0.1/metadata');
  await address.fill(`${provider.origin}/metadata`);
  await read.click();

  const found = page.getByRole('region', { name: 'What was found' });
  await expect(found).toBeFocused();
  await expect(found).toContainText('http://login.heronsgate.example/exk1');
  await expect(found).toContainText('CN=current');
  await expect(found).toContainText('This certificate expired on');
  await expect(page.getByLabel('Entity id')).toHaveValue('');
  await found.getByRole('button', { name: 'Fill in 6 fields' }).click();
  await expect(page.getByLabel('Entity id')).toHaveValue('http://login.heronsgate.example/exk1');
  await expect(page.getByLabel('Entity id')).toBeFocused();
  const certificates = page.getByRole('list', { name: 'Certificates in what was pasted' });
  await expect(certificates).toContainText('CN=current');
  await expect(certificates).not.toContainText('CN=former');

  // The address of these tests is no https; a customer's is.
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('This goes over http').first()).toBeVisible();
  await page.getByLabel('Metadata address').fill('https://login.heronsgate.example/metadata');
  await page.getByLabel('Ask for the password each time (ForceAuthn)').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('table', { name: 'Certificates' })).toContainText('CN=current');
  await expect(page.getByText('https://login.heronsgate.example/sso')).toBeVisible();
  await expect(page.getByText('Complete', { exact: true })).toBeVisible();
  expect(await journal('connections.updateConnection')).toHaveLength(1);
  const acts = (await staffLog())
    .filter(({ kind }) => kind === 'outcome')
    .map(({ action, outcome }) => [action, outcome]);
  expect(acts).toEqual([
    ['connection.create', 'ok'],
    ['connection.read_metadata', 'failed'],
    ['connection.read_metadata', 'ok'],
    ['connection.configure', 'ok'],
  ]);
  provider.stop();
});

test('an OpenID Connect connection is read from its issuer, and its secret goes in and never out', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
  stack,
}, { outputDir }) => {
  const provider = await startIdentityProvider((origin) => ({
    '/.well-known/openid-configuration': JSON.stringify({
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/keys`,
      scopes_supported: ['openid', 'email'],
    }),
  }));
  const secret = `made-up-${uniqueWord()}-${uniqueWord()}`;
  const connectionId = await createConnection(scalekit, organization.id, 'OIDC');
  await signIn('support');
  await page.goto(setupPath(organization.id, connectionId));
  await page.getByLabel('Issuer or discovery address').fill(provider.origin);
  await page.getByRole('button', { name: 'Read discovery document' }).click();
  await page.getByRole('button', { name: /^Fill in \d fields$/ }).click();
  await expect(page.getByLabel('Token address')).toHaveValue(`${provider.origin}/token`);
  await page.getByLabel('Client id').fill('keydesk-app');
  const field = page.getByLabel('Client secret');
  const save = page.getByRole('button', { name: 'Save settings' });
  await page.getByLabel('Allow addresses without https').check();
  await field.fill(secret);
  await save.click();
  await expect(page.getByText('is set', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('link', { name: 'Set up', exact: true }).click();
  await expect(field).toHaveValue('');
  await expect(field).toHaveAttribute('placeholder', '••••••••');
  expect(await page.content()).not.toContain(secret);
  await field.fill('••••••••');
  await save.click();
  await expect(page.getByText('This is a mask and no secret').first()).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('');
  await page.getByLabel('Client id').fill('another-app');
  await save.click();
  await expect(page.getByText('another-app')).toBeVisible();
  const [first, second] = await journal('connections.updateConnection');
  expect(JSON.stringify(first?.request)).toContain('client_secret');
  expect(JSON.stringify(second?.request)).not.toContain('client_secret');
  await expect(page.getByText('is set', { exact: true })).toBeVisible();
  provider.stop();

  // The emulator keeps it, as the service must; nothing of ours does.
  const search = createSearch(
    needlesOf({ kind: 'client_secret', label: 'typed into the form', value: secret }),
  );
  expect(search(Buffer.from(await page.evaluate(() => JSON.stringify(sessionStorage))), 'drafts')).toEqual(
    [],
  );
  const ours = ['rows of the database', 'logs of console, emulators and Postgres'];
  const places = listPlaces(stack, outputDir).filter(({ name }) => ours.includes(name));
  expect(places).toHaveLength(2);
  for (const place of places) expect((await place.search(search)).map(describeHit), place.name).toEqual([]);
});

test('what is pasted is refused in words, and stays where it was typed', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const connectionId = await createConnection(scalekit, organization.id, 'SAML');
  await signIn('support');
  await page.goto(setupPath(organization.id, connectionId));
  await page.getByLabel('The metadata itself (XML)').check();
  const xml = page.getByRole('textbox', { name: 'Metadata', exact: true });
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>';
  await xml.fill(laughs);
  await page.getByRole('button', { name: 'Read metadata' }).click();
  await expect(page.getByText('It declares a document type').first()).toBeVisible();
  await expect(xml).toHaveValue(laughs);

  const pasted = page.getByLabel('Signing certificate');
  await pasted.fill(signingCertificate('former', -20));
  await expect(page.getByText('Ask the customer for the one that signs now.')).toBeVisible();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Signing certificate: This certificate expired' }),
  ).toBeVisible();
  await expect(pasted).toHaveValue(/BEGIN CERTIFICATE/);
  await pasted.fill('not a certificate');
  await expect(page.getByText('This cannot be read as a certificate').first()).toBeVisible();
  expect(await journal('connections.updateConnection')).toEqual([]);
});

test.describe('somebody who may only look', () => {
  test('is offered neither, and the address of the form does not open it', async ({
    page,
    signIn,
    organization,
    scalekit,
  }) => {
    const connectionId = await createConnection(scalekit, organization.id, 'SAML');
    await signIn('viewer');
    await page.goto(`/production/organizations/${organization.id}/connections`);
    await expect(page.getByRole('link', { name: 'Create connection' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Okta' }).click();
    await expect(page.getByRole('link', { name: 'Set up', exact: true })).toHaveCount(0);
    await page.goto(setupPath(organization.id, connectionId));
    await expect(page.getByText('This connection cannot be set up.')).toBeVisible();
  });
});
