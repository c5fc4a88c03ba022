import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { createKeyConnection } from './fixtures/connections-api';

const invite = 'users.createUserAndMembership';

test.describe('a file of invitations', () => {
  test.use({ environment: 'development' });

  test('is checked, goes on after its tab is closed, and is reported line by line', async ({
    page,
    context,
    signIn,
    organization,
    scalekit,
    addFault,
  }) => {
    const domain = `${organization.id.replaceAll('_', '-')}.example`;
    const good = Array.from({ length: 8 }, (_, index) => `person${index}@${domain};Ada;Lovelace;`);
    const bad = [
      '=HYPERLINK("http://x");A;B;',
      `person1@${domain};Ada;Again;`,
      `boss@${domain};A;B;no_such_role`,
    ];
    const text = `\uFEFFemail;given_name;family_name;roles\r\n${[...good, ...bad].join('\r\n')}\r\n`;
    await signIn('support');
    await page.goto(`/development/organizations/${organization.id}/members`);
    await page.getByRole('link', { name: 'Invite from a file' }).click();
    await page
      .getByLabel('CSV file')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.getByText('8 of 11 lines can be sent.')).toBeVisible();
    const problems = page.getByRole('table', { name: 'Lines with a problem' });
    await expect(problems).toContainText('This is not an e-mail address.');
    await expect(problems).toContainText('The same address stands in line 3.');
    await expect(problems).toContainText('There is no role “no_such_role”');

    await addFault({ operation: invite, latencyMs: 250 });
    await page.getByRole('button', { name: 'Invite 8 people' }).click();
    await expect(page.getByRole('cell', { name: 'Invited.' }).first()).toBeVisible();
    const address = page.url();
    await page.close();

    const later = await context.newPage();
    await later.goto(address);
    await expect(later.locator('main').getByRole('status').first()).toContainText(
      '11 of 11 handled: 8 done, 3 skipped.',
    );
    await expect(later.getByText(/Line 10 was not sent/)).toBeVisible();
    const { users } = (await scalekit.send(
      'GET',
      `/organizations/${organization.id}/users?page_size=30`,
    )) as {
      users: { email: string }[];
    };
    expect(users.map(({ email }) => email).sort()).toEqual(good.map((line) => line.split(';')[0]));

    const download = later.waitForEvent('download');
    await later.getByRole('link', { name: 'Download report (CSV)' }).click();
    const report = await readFile(await (await download).path(), 'utf8');
    expect(report.trim().split('\r\n')).toHaveLength(12);
    expect(report).toContain(`"'=HYPERLINK(""http://x"")"`);
    await later.goto('/development/jobs');
    await expect(later.getByRole('row').filter({ hasText: organization.id })).toContainText('11 of 11');
  });
});

test('chosen keys are revoked and chosen connections disabled, each by a job', async ({
  page,
  signIn,
  organization,
  scalekit,
  staffLog,
}) => {
  const keys = [];
  for (const name of ['first', 'second', 'third'])
    keys.push(await scalekit.createApiKey(organization.id, name));
  await createKeyConnection(scalekit, organization.id);
  await signIn('support');
  await page.goto(`/production/organizations/${organization.id}/api-keys`);
  for (const key of keys.slice(0, 2)) {
    await page.getByRole('checkbox', { name: `Choose the key ending in ${key.suffix}` }).check();
  }
  await expect(page.getByRole('region', { name: 'Chosen rows' })).toContainText('2 API keys chosen');
  await page.getByRole('link', { name: 'Revoke', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke API keys' }).click();
  await expect(page.locator('main').getByRole('status').first()).toContainText('2 of 2 handled: 2 done.');
  expect(await Promise.all(keys.map(({ value }) => scalekit.accepts(value)))).toEqual([false, false, true]);

  await page.goto(`/production/organizations/${organization.id}/connections`);
  await page.getByRole('checkbox', { name: 'Choose all connections on this page' }).check();
  await page.getByRole('link', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable connections' }).click();
  await expect(page.locator('main').getByRole('status').first()).toContainText('1 of 1 handled');
  const acts = (await staffLog()).filter(({ kind }) => kind === 'intent').map(({ action }) => action);
  expect(acts).toEqual([...Array(3).fill('api_key.revoke'), ...Array(2).fill('connection.disable')]);
});
