import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import type { ScalekitApi } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';
import type { E2eStack } from './setup/stack';

test.use({ environment: 'development', allowedProblems: [/status of 503/] });
test.describe.configure({ mode: 'default' });

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name });
const revoke = 'sessions.revokeSession';

/** One person, signed in eight times; each session ends on its own. */
async function signInEightTimes(scalekit: ScalekitApi, organizationId: string, stack: E2eStack) {
  const { connectionId, domain } = await openSignIn(scalekit, organizationId);
  const { userId } = await signInPerson(stack.development, scalekit, connectionId, `ada@${domain}`);
  const answer = await scalekit.send('GET', `/users/${userId}/sessions`);
  const [first] = (answer as { sessions: { session_id: string }[] }).sessions;
  await scalekit.control('POST', 'copies', { table: 'sessions', id: first?.session_id, count: 7 });
}

test.beforeEach(async ({ page, signIn, organization, scalekit, stack, addFault: _waitsForOthers }) => {
  await signInEightTimes(scalekit, organization.id, stack);
  await signIn('support');
  await page.goto(`/development/organizations/${organization.id}/members?dialog=end-sessions`);
});

test('ending all sessions pauses, goes on where it stood, and tells which did not end', async ({
  page,
  addFault,
  stack,
  staffLog,
}) => {
  const askedFor = async () => (await readJournal(stack.development.url, 'ses_', revoke)).slice(before);
  const before = (await readJournal(stack.development.url, 'ses_', revoke)).length;
  await addFault({ operation: revoke, status: 500, times: 1 });
  await addFault({ operation: revoke, answer: 'reset', times: 1, when: 'after' });
  await addFault({ operation: revoke, latencyMs: 400 });
  await button(page, 'End all sessions').click();
  const failures = dialog(page)
    .getByRole('list', { name: 'Sessions that did not end' })
    .getByRole('listitem');
  await expect(failures).toHaveCount(2);
  await button(page, 'Pause').click();
  await expect(dialog(page).getByRole('status')).toContainText('Paused:');
  const asked = (await askedFor()).length;
  expect(asked, 'some are left').toBeLessThan(8);
  await expect(button(page, 'Stop')).toBeVisible();
  await expect(failures.first()).toContainText('Scalekit failed to answer (HTTP 500)');
  await expect(failures.last()).toContainText('Unknown whether it ended.');
  // Longer than an ending takes here.
  await page.waitForTimeout(1_000);
  expect(await askedFor(), 'a pause is one').toHaveLength(asked);

  await button(page, 'Go on').click();
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Done: 6 sessions ended, 2 not; 1 of 1 members gone through.',
  );
  expect(await askedFor(), 'each session is asked for once').toHaveLength(8);
  await button(page, 'Try again').click();
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Done: 1 session ended; 1 of 1 members gone through.',
  );
  const outcomes = (await staffLog()).filter(({ kind }) => kind === 'outcome').map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['failed', ...Array(7).fill('ok'), 'unknown']);
});

test('the rate limit halts it, and going on begins with the session it stopped at', async ({
  page,
  addFault,
}) => {
  await addFault({ operation: revoke, status: 429, times: 1 });
  await button(page, 'End all sessions').click();
  await expect(dialog(page).getByRole('alert')).toContainText('rate limit for development is reached');
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Halted: 0 sessions ended; 0 of 1 members gone through.',
  );
  await button(page, 'Go on').click();
  await expect(dialog(page).getByRole('status')).toContainText('Done: 8 sessions ended; 1 of 1 members');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
});

test('a list that cannot be read halts it in words, and going on ends them all', async ({
  page,
  addFault,
  scalekit,
  organization,
}) => {
  await addFault({ operation: 'users.listOrganizationUsers', status: 500, times: 1 });
  await button(page, 'End all sessions').click();
  await expect(dialog(page).getByRole('alert')).toContainText('It could not go on.');
  await button(page, 'Go on').click();
  await expect(dialog(page).getByRole('status')).toContainText('Done: 8 sessions ended');
  await button(page, 'Close').first().click();
  const { users } = (await scalekit.send('GET', `/organizations/${organization.id}/users`)) as {
    users: { id: string }[];
  };
  await page.goto(`/development/users/${users[0]?.id}`);
  const table = page.getByRole('table', { name: 'Sessions' });
  await expect(table.getByText('Ended by staff or API', { exact: true })).toHaveCount(8);
  await expect(table.getByText('Active', { exact: true })).toHaveCount(0);
});
