import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const settings = (id: string, environment = 'production') => `/${environment}/organizations/${id}/settings`;
const dialog = (page: Page) => page.getByRole('dialog');
const limitRow = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Session limits' }).getByRole('row', { name: new RegExp(`^${name}`) });

test('switches a feature on at once, and off after a question', async ({
  page,
  signIn,
  organization,
  journal,
}) => {
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}`);
  await expect(page.getByText('Single sign-on and Directory sync (SCIM)')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).last().click();
  const policy = page.getByRole('switch', { name: /Session policy/ });
  await policy.click();
  await expect(policy).toBeChecked();
  await expect.poll(async () => (await journal('organizations.updateOrganizationSettings')).length).toBe(1);
  const sso = page.getByRole('switch', { name: /Single sign-on/ });
  await sso.click();
  await expect(dialog(page)).toContainText('Switch off Single sign-on?');
  expect(await journal('organizations.updateOrganizationSettings'), 'asked first').toHaveLength(1);
  await dialog(page).getByRole('button', { name: 'Switch off' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(sso).not.toBeChecked();
  await page.reload();
  await expect(page.getByRole('switch', { name: /Single sign-on/ })).not.toBeChecked();
  await expect(page.getByRole('switch', { name: /Session policy/ })).toBeChecked();
});

test('a session policy shows what holds: the stricter of application and organization', async ({
  page,
  signIn,
  organization,
  journal,
  staffLog,
}) => {
  await signIn('support');
  await page.goto(settings(organization.id));
  await expect(limitRow(page, 'Whole session')).toContainText('30 days (set by the application)');
  await page.getByRole('link', { name: 'Edit session policy' }).click();
  const form = dialog(page);
  await form.getByRole('radio', { name: /^Limits of its own/ }).check();
  await form.getByLabel('Whole session', { exact: true }).fill('8');
  await form.getByLabel('Unit of whole session').selectOption('hours');
  const idle = form.getByLabel('Without activity', { exact: true });
  await idle.fill('9');
  await form.getByLabel('Unit of without activity').selectOption('hours');
  const save = form.getByRole('button', { name: 'Save session policy' });
  await save.click();
  await expect(idle).toHaveAccessibleDescription(/shorter than the whole session/);
  expect(await journal('organizations.updateOrganizationSessionPolicy')).toEqual([]);
  // Only Scalekit knows how long an access token lives for certain: its sentence stands beside the field.
  await idle.fill('5');
  await form.getByLabel('Unit of without activity').selectOption('minutes');
  await save.click();
  await expect(idle).toHaveAccessibleDescription(/longer than an access token lives/);
  await expect(idle).toHaveValue('5');
  await idle.fill('30');
  await save.click();
  await expect(form).toHaveCount(0);
  await expect(limitRow(page, 'Whole session')).toContainText('8 hours (set by the organization)');
  await expect(limitRow(page, 'Without activity')).toContainText('30 minutes (set by the organization)');
  await expect(page.getByText('The feature “Session policy” is off')).toBeVisible();
  const acts = (await staffLog()).map(({ action, kind, outcome }) => [action, kind, outcome]);
  expect(acts.slice(-2)).toEqual([
    ['organization.change_session_policy', 'intent', null],
    ['organization.change_session_policy', 'outcome', 'ok'],
  ]);

  await page.getByRole('link', { name: 'Edit session policy' }).click();
  await expect(form.getByLabel('Whole session', { exact: true })).toHaveValue('8');
  await form.getByRole('radio', { name: /^Follow the application/ }).check();
  await save.click();
  await expect(form).toHaveCount(0);
  await expect(limitRow(page, 'Without activity')).toContainText('7 days (set by the application)');
});

test('a user limit stands beside the number of users, and can be lifted', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  await scalekit.addMember(organization.id);
  await scalekit.addMember(organization.id);
  await signIn('support');
  await page.goto(settings(organization.id));
  await page.getByRole('link', { name: 'Edit user limit' }).click();
  const form = dialog(page);
  const field = form.getByLabel('Users at most');
  await expect(field).toHaveAccessibleDescription(/Now: 2 members/);
  await field.fill('none');
  await form.getByRole('button', { name: 'Save user limit' }).click();
  await expect(field).toHaveAccessibleDescription(/whole number/);
  await field.fill('2');
  await form.getByRole('button', { name: 'Save user limit' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('2 users')).toBeVisible();
  await expect(page.getByText('none, unless invitations expired')).toBeVisible();
  await page.getByRole('link', { name: 'Edit user limit' }).click();
  await field.fill('');
  await form.getByRole('button', { name: 'Save user limit' }).click();
  await expect(page.getByText('2 users')).toHaveCount(0);
  const calls = await journal('organizations.upsertUserManagementSettings');
  expect(calls.map(({ request }) => request)).toMatchObject([
    { settings: { max_allowed_users: 2 } },
    { settings: { max_allowed_users: 0 } },
  ]);
});

test('the danger zone counts what goes before anything goes', async ({
  page,
  signIn,
  organization,
  scalekit,
  journal,
}) => {
  const elsewhere = await scalekit.createOrganization();
  const shared = await scalekit.addMember(organization.id);
  await scalekit.addMember(organization.id);
  await scalekit.send(
    'POST',
    `/memberships/organizations/${elsewhere.id}/users/${shared.id}?send_invitation_email=false`,
    {},
  );
  await scalekit.createApiKey(organization.id, 'to be counted');
  await signIn('lead');
  await page.goto(settings(organization.id));
  expect(await journal('tokens.listTokens'), 'nothing is counted before it is asked for').toEqual([]);
  await page.getByRole('link', { name: 'Delete organization' }).click();
  const form = dialog(page);
  await expect(form.getByText(/^Members .*who lose access: 2\b/)).toContainText(
    'because they belong nowhere else: 1.',
  );
  await expect(form.getByText(/^None: SSO connections, directories, domains/)).toBeVisible();
  await expect(form.getByRole('link', { name: 'API keys' })).toHaveAttribute(
    'href',
    `/production/organizations/${organization.id}/api-keys`,
  );
  await form.getByText('API call').click();
  await expect(form.getByText(`DELETE /api/v1/organizations/${organization.id}`)).toBeVisible();
  await form.getByRole('button', { name: 'Delete organization' }).click();
  await expect(form.getByLabel('Reason')).toHaveAccessibleDescription(/Say in a few words/);
  expect(await journal('organizations.deleteOrganization')).toEqual([]);
});

test.describe('with faults', () => {
  test.use({ environment: 'development' });

  test('what the API does not tell of the application is said, and the rest works', async ({
    page,
    signIn,
    organization,
    scalekit,
    addFault,
  }) => {
    await scalekit.send('PATCH', `/organizations/${organization.id}/session-policy`, {
      policy_source: 'CUSTOM',
      absolute_session_timeout: 90,
      idle_session_timeout_enabled: false,
    });
    await addFault({ operation: 'organizations.getApplicationSessionPolicy', status: 403 });
    await signIn('viewer');
    await page.goto(settings(organization.id, 'development'));
    await expect(page.getByText('The application’s own limits are not known')).toBeVisible();
    await expect(limitRow(page, 'Whole session')).toContainText('at most 1 hour and 30 minutes');
    await expect(limitRow(page, 'Without activity')).toContainText('unknown');
    await expect(page.getByRole('heading', { name: 'User limit' })).toBeVisible();
    // A viewer reads; nothing offers a change.
    await expect(page.getByRole('link', { name: /^Edit/ })).toHaveCount(0);
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.getByText('Danger zone')).toHaveCount(0);
  });
});
