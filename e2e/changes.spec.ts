import { expect, test } from './fixtures';
import { addSamlConnection } from './fixtures/expiry-api';
import { countInteractions } from './fixtures/interactions';
import { uniqueWord } from './fixtures/scalekit-api';

test('who changed this connection, when, and what it was before: one click from the connection', async ({
  page,
  scalekit,
  organization,
  signIn,
}) => {
  const me = await signIn('support');
  const host = `${uniqueWord()}.example`;
  const id = await addSamlConnection(scalekit, organization.id, host, 9);
  const path = `/production/organizations/${organization.id}/connections/${id}`;
  const changes = page.getByRole('list', { name: 'Changes' });

  await test.step('first look: nothing is known from before', async () => {
    await page.goto(path);
    await page.getByRole('link', { name: 'Changes' }).click();
    await expect(page.getByText('Known since')).toBeVisible();
    await expect(page.getByText('No change was seen')).toBeVisible();
  });

  await test.step('somebody changes it elsewhere', async () => {
    await scalekit.send('PATCH', `/organizations/${organization.id}/connections/${id}`, {
      provider: 'OKTA',
      type: 'SAML',
      saml_config: { idp_sso_url: `https://${host}/moved` },
    });
    await page.goto(path);
    await expect(page.getByText(`https://${host}/moved`)).toBeVisible();
    const interactions = await countInteractions(page);
    await page.getByRole('link', { name: 'Changes' }).click();
    await expect(changes.getByText('Outside Keydesk changed the SSO connection')).toBeVisible();
    expect(await interactions()).toBe(1);
    await expect(changes.getByText(/between .* \(last seen as it was\) and/)).toBeVisible();
    const row = changes.getByRole('row', { name: /Sign-on address/ });
    await expect(row.getByText(`https://${host}/sso`)).toBeVisible();
    await expect(row.getByText(`https://${host}/moved`)).toBeVisible();
  });

  await test.step('we change it ourselves, and are named', async () => {
    await page.goto(`${path}?dialog=switch`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Enable|Disable)/ })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('link', { name: 'Changes' }).click();
    await expect(changes.getByText(me.email)).toBeVisible();
    await expect(changes.getByRole('row', { name: /Enabled/ })).toBeVisible();
  });
});

test('what was looked at stands in the queue of what expires, at all customers', async ({
  page,
  scalekit,
  organization,
  signIn,
}) => {
  await signIn('support');
  const host = `${uniqueWord()}.example`;
  const id = await addSamlConnection(scalekit, organization.id, host, 0.5);
  await page.goto(`/production/organizations/${organization.id}/connections/${id}`);
  await expect(page.getByRole('link', { name: 'Changes' })).toBeVisible();
  await page.goto('/production/expiry');
  const row = page.getByRole('row', { name: new RegExp(host) });
  await expect(row).toContainText('SAML certificate');
  await expect(row).toContainText('just now');
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(/within=7/);
  await row.getByRole('link', { name: host }).click();
  await expect(page).toHaveURL(new RegExp(`/connections/${id}/certificate`));
});
