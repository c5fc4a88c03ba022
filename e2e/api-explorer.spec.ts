import { expect, test } from './fixtures';

test('an operation is found, filled in, seen as curl and sent; a secret of its answer is shown once', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  await signIn('admin');
  await page.goto('/production/toolbox/api');
  await page.getByLabel('Words').fill('tokens create');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await page.getByRole('link', { name: 'tokens.createToken' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  const problems = page.getByRole('alert').filter({ hasText: 'another look' });
  await expect(problems).toContainText('token');

  await page.getByLabel('organization_id').fill(organization.id);
  await page.getByLabel('description', { exact: false }).first().fill('From the explorer');
  const request = page.getByRole('region', { name: /^request in/ });
  await expect(request).toContainText('"description": "From the explorer"');
  await expect(request).toContainText('Bearer $SCALEKIT_ACCESS_TOKEN');
  await page.getByLabel('Language').selectOption('node');
  await expect(request).toContainText(`scalekit.token.createToken('${organization.id}'`);

  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  await expect(page.getByLabel('Input as JSON')).toHaveValue(/From the explorer/);
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  const answer = page.getByRole('region', { name: 'answer' });
  await expect(answer).toContainText('"token": "••••••••"');
  await page.getByRole('button', { name: 'Show token' }).click();
  const secret = page.locator('[data-secret]');
  await expect(secret).toHaveText(/^emutok_/);
  expect(await scalekit.accepts((await secret.textContent()) ?? '')).toBe(true);
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await expect(secret).toHaveCount(0);
  expect((await staffLog()).map(({ action, outcome }) => [action, outcome])).toEqual([
    ['api.issue_secret', null],
    ['api.issue_secret', 'ok'],
    ['api.reveal', null],
    ['api.reveal', 'ok'],
  ]);
});

test('support reads a customer by JSON and may not delete it; a page shows its call as code', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(`/production/toolbox/api/organizations.getOrganization?id=${organization.id}`);
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = page.getByLabel('Input as JSON');
  await text.fill('nothing');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(text).toHaveAccessibleDescription(/This is no JSON object/);
  await text.fill(JSON.stringify({ id: organization.id }));
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('region', { name: 'answer' })).toContainText(organization.displayName);
  await page.goto('/production/toolbox/api/organizations.deleteOrganization');
  await expect(page.getByText('Your role does not include it in production: it deletes.')).toBeVisible();
  await page.goto('/production/toolbox/api/tokens.fetchToken');
  await expect(page.getByText('It cannot be sent from here')).toBeVisible();

  await page.goto(`/production/organizations/${organization.id}`);
  await page.getByRole('link', { name: 'As code' }).click();
  await page.getByRole('dialog').getByLabel('Language').selectOption('python');
  await expect(page.getByRole('dialog')).toContainText(
    `client.organization.get_organization("${organization.id}")`,
  );
  await page.goto('/production/organizations');
  await page.getByRole('link', { name: 'As code' }).click();
  await expect(page.getByRole('dialog')).toContainText('/api/v1/organizations');
  await page.goto('/production/toolbox/sdk');
  const installation = (what: string) => page.getByRole('region', { name: `installation with ${what}` });
  await expect(installation('npm')).toContainText('@scalekit-sdk/node');
  await expect(installation('pip')).toContainText('scalekit-sdk-python');
  await expect(installation('go get')).toContainText('github.com/scalekit-inc/scalekit-sdk-go');
  await expect(installation('Gradle')).toContainText('scalekit-sdk-java');
  await expect(installation('Maven')).toContainText('scalekit-sdk-java');
  await expect(page.getByRole('region', { name: 'check in Python' })).toContainText(
    'ScalekitValidateTokenFailureException',
  );
});
