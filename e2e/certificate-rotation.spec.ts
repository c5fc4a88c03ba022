import { z } from 'zod';
import { expect, test } from './fixtures';
import { addSamlConnection } from './fixtures/expiry-api';
import { samlMetadata, signingCertificate, startIdentityProvider } from './fixtures/identity-provider';
import { uniqueWord } from './fixtures/scalekit-api';
import { signInPerson } from './fixtures/sessions-api';

const certificateOf = z
  .object({
    connection: z.object({
      saml_config: z.object({ idp_certificates: z.array(z.object({ certificate: z.string() })) }),
    }),
  })
  .transform(({ connection }) => connection.saml_config.idp_certificates[0]?.certificate ?? '');

test('a certificate that runs out is rotated from metadata, and proved by the next sign-in', async ({
  page,
  signIn,
  organization,
  scalekit,
  stack,
  journal,
  staffLog,
}) => {
  const host = `${uniqueWord()}.example`;
  const path = `/organizations/${organization.id}/connections`;
  const connectionId = await addSamlConnection(scalekit, organization.id, host, 9);
  await scalekit.send('PATCH', `${path}/${connectionId}:enable`);
  const present = certificateOf.parse(await scalekit.send('GET', `${path}/${connectionId}`));
  const provider = await startIdentityProvider(() => ({
    '/metadata': samlMetadata(present, signingCertificate(host, 700)),
  }));
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  await page.getByRole('table', { name: 'What expires' }).getByRole('link', { name: host }).click();
  await expect(page.getByRole('heading', { name: /^Rotate the certificate of/ })).toBeVisible();
  await page.getByLabel('Address of the metadata').fill(`${provider.origin}/metadata`);
  await page.getByRole('button', { name: 'Read metadata' }).click();

  const compared = page.getByRole('list', { name: 'Comparison with what is there' });
  await expect(compared).toContainText('The same certificate');
  await expect(compared).toContainText('It lasts 690 days longer.');
  const send = page.getByRole('button', { name: 'Send certificate' });
  await send.click();
  await expect(page.getByText('This holds 2 certificates.').first()).toBeVisible();
  await compared.getByRole('button', { name: 'Take this one' }).click();
  await expect(page.getByRole('button', { name: 'Take this one' })).toHaveCount(0);
  await send.click();
  await expect(page.getByText('2 certificates are there now: the earlier ones stayed.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Certificates', exact: true }).getByRole('row')).toHaveCount(
    3,
  );
  await expect(page.getByRole('table', { name: 'Kept certificates' })).toContainText('Still there');

  await expect(page.getByText('No good sign-in yet')).toBeVisible();
  const email = `ines@${host}`;
  await signInPerson(stack.production, scalekit, connectionId, email);
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(page.getByText('A sign-in has worked since')).toBeVisible();
  await expect(page.getByText(new RegExp(`${email}.*areq_`))).toBeVisible();
  // The first one arranged the connection.
  expect(await journal('connections.updateConnection')).toHaveLength(2);
  const acts = (await staffLog()).map(({ action, kind, outcome }) => [action, kind, outcome]);
  expect(acts.slice(-2)).toEqual([
    ['connection.rotate_certificate', 'intent', null],
    ['connection.rotate_certificate', 'outcome', 'ok'],
  ]);
  provider.stop();
});
