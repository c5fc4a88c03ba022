import { signWebhook } from '@/emulator/webhooks/sign';
import { expect, test } from './fixtures';
import { createApiClient } from './fixtures/api-clients-api';
import { countInteractions, paste } from './fixtures/interactions';
import { openSignIn } from './fixtures/sessions-api';

// A key that is not active any more is answered with 404.
test.use({ allowedProblems: [/status of 404/] });

// Job J5: a leaked key is stopped from the key itself. 1: paste. 2: Revoke API key. 3: the same in the dialog.
test('a leaked key is found by its value and revoked on the spot', async ({
  page,
  context,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const key = await scalekit.createApiKey(organization.id, 'Nightly import');
  await signIn('support');
  await page.goto('/production/toolbox/tokens');
  const field = page.getByLabel('API key, access token');
  await field.fill('two words');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Neither a token in three parts/);
  await expect(field).toHaveValue('two words');

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await field.clear();
  const interactions = await countInteractions(page);
  await paste(page, `Authorization: Bearer ${key.value}`);
  await expect(page.getByText(`An active API key, ending in ${key.suffix}`)).toBeVisible();
  await expect(page.getByRole('link', { name: organization.id })).toBeVisible();
  await page.getByRole('button', { name: 'Revoke API key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke API key' }).click();
  await expect(page.getByText('The key does not work any more', { exact: true })).toBeVisible();
  expect(await interactions()).toBeLessThanOrEqual(3);
  expect(await scalekit.accepts(key.value)).toBe(false);
  expect(page.url()).not.toContain(key.value);
  expect((await staffLog()).map(({ action, outcome }) => [action, outcome])).toEqual([
    ['api_key.revoke', null],
    ['api_key.revoke', 'ok'],
  ]);
});

test('a token is taken apart, and what leads to a sign-in is built', async ({
  page,
  signIn,
  organization,
  stack,
  scalekit,
}) => {
  const { connectionId, domain } = await openSignIn(scalekit, organization.id);
  const machine = await createApiClient(scalekit, organization.id);
  const answer = await fetch(`${stack.production.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: machine.clientId,
      client_secret: machine.secret,
    }),
  });
  const { access_token: accessToken } = (await answer.json()) as { access_token: string };
  await signIn('support');
  await page.goto('/production/toolbox/tokens');
  await page.getByLabel('API key, access token').fill(accessToken);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(page.getByText('Signed by production, and in its time')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Access token of an API client' })).toBeVisible();
  await expect(page.getByRole('link', { name: organization.id })).toBeVisible();
  const [header, payload] = accessToken.split('.');
  await page.getByLabel('API key, access token').fill(`${header}.${payload}.AAAA`);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(page.getByText('The signature is wrong')).toBeVisible();
  const claims = { iss: stack.production.url, connection_id: connectionId, organization_id: organization.id };
  const handed = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const atSignIn = `https://app.example/login?idp_initiated_login=${header}.${handed}.AAAA`;
  await page.getByLabel('API key, access token').fill(atSignIn);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(page.getByRole('heading', { name: 'Token of an IdP-initiated sign-in' })).toBeVisible();

  await page.getByRole('link', { name: 'Sign-in URL' }).click();
  await page.getByLabel('Redirect URI').fill('nowhere');
  await expect(page.getByLabel('Redirect URI')).toHaveAccessibleDescription(/Give a whole address/);
  await page.getByLabel('Redirect URI').fill('https://app.example/callback');
  await page.getByLabel('Connection id').fill(connectionId);
  await page.getByLabel('Domain', { exact: false }).first().fill(domain);
  await expect(page.getByText('It does not choose by domain.')).toBeVisible();
  await page.getByRole('button', { name: 'Make PKCE, state and nonce' }).click();
  const built = page.locator('output');
  await expect(built).toContainText('code_challenge_method=S256');
  const verifier = (await page.locator('[data-secret]').textContent()) ?? '';
  expect(await built.textContent()).not.toContain(verifier);

  await page.getByRole('link', { name: 'Sign-out URL' }).click();
  await page.getByLabel('Where to go afterwards').fill('https://app.example/bye');
  await expect(page.locator('output')).toContainText('/oidc/logout?post_logout_redirect_uri=');
});

test('a webhook that was refused is explained, and its secret leaves the browser never', async ({
  page,
  signIn,
}) => {
  await signIn('support');
  await page.goto('/production/toolbox/webhooks');
  const secret = `whsec_${Buffer.from('made up for this test alone').toString('base64')}`;
  const seconds = Math.floor(Date.now() / 1000);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.getByLabel('Signing secret').fill(secret);
  await page.getByLabel('Header webhook-id').fill('msg_1');
  await page.getByLabel('Header webhook-timestamp').fill(String(seconds));
  await page.getByLabel('Header webhook-signature').fill(signWebhook(secret, 'msg_1', seconds, '{"a":1}'));
  await page.getByLabel('Body').fill('{ "a": 1 }');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('It fits the same JSON without spaces');
  await page.getByLabel('Body').fill('{"a":1}');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('the time is within five minutes');
  expect(sent.filter((request) => request.includes(secret.slice(6)))).toEqual([]);
});
