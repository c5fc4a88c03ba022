import { expect, test } from './fixtures';
import { openSignIn } from './fixtures/sessions-api';

test('a domain that another customer holds is refused, named, moved here, and can go back', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const holder = await scalekit.createOrganization();
  const { connectionId, domain, domainId } = await openSignIn(scalekit, holder.id);
  const connection = `/organizations/${holder.id}/connections/${connectionId}`;
  await scalekit.send('PUT', `${connection}/domains`, { domain_ids: [domainId] });
  await scalekit.send('POST', `/organizations/${holder.id}/users?send_invitation_email=false`, {
    email: `ines@${domain}`,
    membership: {},
  });
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/domains?dialog=add`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Domain', { exact: true }).fill(domain);
  await dialog.getByRole('button', { name: 'Add domain' }).click();
  await expect(dialog.getByText('already exists').first()).toBeVisible();
  await expect(dialog.getByRole('link', { name: holder.displayName })).toBeVisible();
  await dialog.getByRole('link', { name: 'Move it here' }).click();

  await expect(page.getByRole('heading', { name: `Move ${domain} here` })).toBeVisible();
  await expect(page.getByText(`1 member has an address at ${domain}: ines@${domain}.`)).toBeVisible();
  await expect(page.getByText(`Addresses at ${domain} are no longer led to Okta (OIDC).`)).toBeVisible();
  const take = page.getByRole('button', { name: 'Take it away' });
  await take.click();
  await expect(page.getByText(`This is not ${domain}.`).first()).toBeVisible();
  await page.getByLabel('Type the name of the domain').fill(domain);
  await take.click();
  await expect(page.getByText('Neither of the two has it now')).toBeVisible();

  // Left half done: the list of domains leads back to where it stopped.
  await page.goto(`/production/organizations/${organization.id}/domains`);
  await page
    .getByRole('region', { name: 'Moved between customers' })
    .getByRole('link', { name: domain })
    .click();
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeVisible();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Verified by us')).toBeVisible();
  await page.getByRole('link', { name: 'Move it back' }).click();
  await expect(page.getByRole('button', { name: 'Take it away' })).toBeVisible();
  const acts = (await staffLog()).filter(({ kind }) => kind === 'outcome');
  expect(acts.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['domain.add', 'failed'],
    ['domain.move_out', 'ok'],
    ['domain.move_in', 'ok'],
  ]);
});
