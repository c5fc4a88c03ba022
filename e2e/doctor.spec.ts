import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { mapAttributes, passTest } from './fixtures/connections-api';
import { withDatabase } from './fixtures/database';
import { countInteractions, paste as pasteByKeyboard } from './fixtures/interactions';
import { openPalette } from './fixtures/keyboard';
import { sessionCookieOf } from './fixtures/own-session';
import { uniqueWord } from './fixtures/scalekit-api';
import { failSignIn, openSignIn } from './fixtures/sessions-api';
import { recordSecret } from './secret-sweep/ledger';

const logs = z.object({ authRequests: z.array(z.object({ email: z.string() })) });
const people = z.object({
  users: z.array(
    z.object({
      email: z.string(),
      memberships: z.array(z.object({ roles: z.array(z.object({ name: z.string() })) })),
    }),
  ),
});

async function openDoctor(page: Page) {
  await page.goto('/production/doctor');
  const field = page.getByLabel('E-mail address, auth request id');
  const paste = async (text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  return { main: page.getByRole('main'), field, paste };
}

// What nothing can be read from is answered with 400.
test.use({ allowedProblems: [/status of 400/] });

// Job J4: paste and read. The demo tells of three runs of failing sign-ins; the login log says of none why.
test('why somebody cannot sign in is found from their address, and from where the browser landed', async ({
  page,
  context,
  signIn,
  scalekit,
}) => {
  const failing = logs.parse(
    await scalekit.send('GET', '/logs/authentication/requests?status=FAILED&page_size=100'),
  );
  const emailAt = (domain: string) =>
    failing.authRequests.find(({ email }) => email.endsWith(`@${domain}`))?.email ?? '';
  await signIn('support');
  const { main, field, paste } = await openDoctor(page);
  await paste('two words');
  await expect(field).toHaveAccessibleDescription(/There is no e-mail address/);

  await paste(emailAt('dunmarrow.example'));
  await expect(main).toContainText('Most likely: The signing certificate has run out');
  await expect(main.getByRole('list', { name: 'Causes' })).toContainText('the customer’s IT administrator', {
    ignoreCase: true,
  });
  await expect(main.getByRole('link', { name: 'Rotate certificate' })).toBeVisible();

  await paste(emailAt('copperfen.example'));
  await expect(main).toContainText('Most likely: The connection is disabled');

  const contractor = emailAt('contract-crew.example');
  const secret = `state-${uniqueWord()}`;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await paste(`${contractor} https://app.example/callback?error=invalid_user_domain&state=${secret}`);
  await expect(main).toContainText('Known: The address is not of one of the organization’s domains');
  await expect(main).toContainText('Speaks for it');
  await expect(main.getByRole('link', { name: 'See the domains' })).toBeVisible();
  expect(sent.some((url) => url.includes('contract-crew') || url.includes(secret))).toBe(false);
  await expect(main.getByRole('button', { name: 'Copy reply for the customer' })).toBeVisible();

  // From the desk, one press opens the doctor; then it is paste and read.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
  const interactions = await countInteractions(page);
  await page.getByRole('link', { name: 'Doctor', exact: true }).click();
  await expect(field).toBeFocused();
  expect(await interactions()).toBe(1);
  await pasteByKeyboard(page, emailAt('copperfen.example'));
  await expect(main).toContainText('Most likely: The connection is disabled');
  expect(await interactions(), 'the press and the paste').toBe(2);
});

test('what the provider sends stands beside what is mapped, with what changed and the ways in that are left', async ({
  page,
  signIn,
  scalekit,
  stack,
  organization,
}) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  const email = `maren-${uniqueWord()}@customer.example`;
  const membership = { roles: [{ name: 'admin' }] };
  const users = `/organizations/${organization.id}/users?send_invitation_email=false`;
  await scalekit.send('POST', users, { email, membership });
  const landed = await failSignIn(stack.production, connectionId, email, 'mandatory_attribute_missing');
  await signIn('support');
  const { main, paste } = await openDoctor(page);

  await test.step('the log alone says no reason, and what is left to the only administrator', async () => {
    await paste(email);
    await expect(main).toContainText('Unknown: It is not known why');
    await expect(main).toContainText('A portal link needs no sign-in');
    await expect(main).toContainText('What changed before the first is not known.');
  });

  await test.step('somebody maps attributes elsewhere', async () => {
    await mapAttributes(scalekit, organization.id, connectionId);
    await paste(`${email} ${landed}`);
    await expect(main).toContainText('Known: The identity provider did not send a required attribute');
    const changes = main.getByRole('list', { name: 'Changes' });
    await expect(changes).toContainText('Outside Keydesk changed the SSO connection');
    await expect(changes.getByRole('row', { name: /Attribute given_name/ })).toContainText('firstName');
  });

  await test.step('a test sign-in is compared', async () => {
    const testId = await passTest(stack.production.url, connectionId, email, 'Maren');
    await main.getByLabel('Test id').fill(testId);
    await main.getByRole('button', { name: 'Show what came' }).click();
    await expect(main.getByText('Maren', { exact: true })).toBeVisible();
    await expect(main.getByText('user.mail', { exact: true }).last()).toBeVisible();
  });
});

// Job J10: paste and read. At this customer a group was mapped to another role yesterday.
test('why somebody lacks a permission is told, from group to role', async ({
  page,
  context,
  signIn,
  scalekit,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { users } = people.parse(await scalekit.send('GET', '/users:search?query=lumenfold.example'));
  const names = (user: (typeof users)[number]) => user.memberships[0]?.roles.map(({ name }) => name) ?? [];
  const auditor = users.find(
    (user) => names(user).includes('auditor') && !names(user).some((name) => /admin|analyst/.test(name)),
  );
  await signIn('support');
  const main = page.getByRole('main');
  await page.goto('/production');
  await openPalette(page);
  await page.keyboard.press('Escape');
  const found = page.getByRole('combobox', { name: 'Find anything' });
  await expect(found).toBeHidden();
  const interactions = await countInteractions(page);
  await pasteByKeyboard(page, `${auditor?.email} reports:export`);
  await expect(found).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main).toContainText('They do not have reports:export. The chain breaks at: directory');
  await expect(main).toContainText('No group is mapped to such a role');
  await expect(main.getByRole('link', { name: 'See the mapping' })).toBeVisible();
  expect(await interactions(), 'paste and Enter, from the desk').toBeLessThanOrEqual(2);

  // In the explainer's own box the paste is all.
  await page.getByLabel('Person: e-mail or user id').clear();
  const before = await interactions();
  await pasteByKeyboard(page, `${auditor?.email} reports:erase`);
  await expect(main).toContainText('They do not have reports:erase.');
  expect((await interactions()) - before).toBe(1);

  await page.getByRole('link', { name: 'Sign-in dry run' }).click();
  await page.getByLabel('E-mail address').fill('newcomer@copperfen.example');
  await page.getByRole('button', { name: 'Play it through' }).click();
  await expect(main).toContainText('It would stop at: connection. None is enabled. What is left are');
});

test('a helpdesk’s link survives the sign-in, and its ticket rides on what is changed', async ({
  page,
  context,
  stack,
  scalekit,
  organization,
}) => {
  const { domain } = await openSignIn(scalekit, organization.id);
  const ticket = `SUP-${uniqueWord()}`;
  const email = `jane@${domain}`;
  await page.goto(`/open?ticket=${ticket}&email=${email}`);
  await page.getByRole('button', { name: /^Sign in with / }).click();
  await page.getByRole('button', { name: 'chidera.vantongue@keydesk-demo.example' }).click();
  await page.waitForURL('**/production/doctor?**');
  const value = await sessionCookieOf(context);
  recordSecret({ kind: 'session_token', label: 'session of a helpdesk’s link', value });
  const main = page.getByRole('main');
  await expect(main).toContainText(`The login log has no sign-in of ${email}`);
  await expect(page.getByRole('button', { name: `Let go of ticket ${ticket}` })).toBeVisible();
  expect(page.url()).not.toContain(ticket);

  await main.getByRole('button', { name: 'Watch until it works' }).click();
  await expect(main.getByRole('status').filter({ hasText: 'Watched for 7 days' })).toBeVisible();
  const logged = await withDatabase(stack.databaseUrl, (client) =>
    client.query('SELECT kind, action FROM staff_log WHERE ticket = $1 ORDER BY id', [ticket]),
  );
  expect(logged.rows).toEqual([
    { kind: 'intent', action: 'sign_in_watch.start' },
    { kind: 'outcome', action: 'sign_in_watch.start' },
  ]);
  await page.getByRole('link', { name: 'Your watches' }).click();
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText(ticket);
  await page.getByRole('button', { name: `End the watch of ${email}` }).click();
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(0);

  // A link with another ticket does not take the tab over.
  await page.goto('/open?ticket=OTHER-1');
  await expect(main.getByRole('alert')).toContainText(
    `This tab works on ${ticket}, and the link names OTHER-1`,
  );
  await expect(page.getByRole('button', { name: `Let go of ticket ${ticket}` })).toBeVisible();
  await main.getByRole('button', { name: 'Switch to OTHER-1' }).click();
  await expect(page.getByRole('button', { name: 'Let go of ticket OTHER-1' })).toBeVisible();

  await page.goto('/open?ticket=%3Cb%3E&email=nobody&environment=nowhere');
  await expect(main).toContainText('The link’s ticket was not taken');
  await expect(main).toContainText('The link’s e-mail address was not taken');
  await expect(main).toContainText('The link names an environment that this console does not serve');
});
