import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import type { ScalekitApi } from './fixtures/scalekit-api';
import { openSignIn, signInPerson } from './fixtures/sessions-api';
import type { E2eStack } from './setup/stack';

test.use({ environment: 'development' });

const revoke = 'sessions.revokeSession';

/** One person, signed in eight times; each session ends on its own. */
async function signInEightTimes(scalekit: ScalekitApi, organizationId: string, stack: E2eStack) {
  const { connectionId, domain } = await openSignIn(scalekit, organizationId);
  const { userId } = await signInPerson(stack.development, scalekit, connectionId, `ada@${domain}`);
  const answer = await scalekit.send('GET', `/users/${userId}/sessions`);
  const [first] = (answer as { sessions: { session_id: string }[] }).sessions;
  await scalekit.control('POST', 'copies', { table: 'sessions', id: first?.session_id, count: 7 });
}

test('a job ends all sessions, pauses, and tells which it could not end', async ({
  page,
  signIn,
  organization,
  scalekit,
  addFault,
  stack,
}) => {
  const askedFor = async () => (await readJournal(stack.development.url, 'ses_', revoke)).slice(before);
  await signInEightTimes(scalekit, organization.id, stack);
  const before = (await readJournal(stack.development.url, 'ses_', revoke)).length;
  await addFault({ operation: revoke, status: 500, times: 1 });
  await addFault({ operation: revoke, answer: 'reset', times: 1, when: 'after' });
  await addFault({ operation: revoke, latencyMs: 300 });
  await signIn('support');
  await page.goto(`/development/organizations/${organization.id}/members?dialog=end-sessions`);
  await page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();

  await expect(page.getByRole('heading', { name: 'End all sessions of an organization' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Failed', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect((await askedFor()).length, 'some are left').toBeLessThan(8);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.locator('main').getByRole('status').first()).toContainText(
    '8 of 8 handled: 6 done, 1 failed, 1 unknown.',
    { timeout: 15_000 },
  );
  await expect(page.getByText('Scalekit failed to answer (HTTP 500)')).toBeVisible();
  expect(await askedFor(), 'each session is asked for once').toHaveLength(8);

  await page.getByRole('button', { name: 'Look up 1 unknown item' }).click();
  await expect(page.getByText('It has ended.')).toBeVisible();
  await page.getByRole('button', { name: 'Try 1 failed item again' }).click();
  await expect(page.locator('main').getByRole('status').first()).toContainText('8 of 8 handled: 8 done.');
  expect(await askedFor()).toHaveLength(9);
});
