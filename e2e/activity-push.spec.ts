import { Webhook } from 'standardwebhooks';
import { Receiver } from '../tests/setup/webhook-receiver';
import { expect, test } from './fixtures';
import { closeReveal, readRevealedPushSecret } from './fixtures/reveal';

test('what happens arrives at a receiver, signed with a secret that is shown once', async ({
  page,
  signIn,
  scalekit,
  staffLog,
}) => {
  const receiver = new Receiver();
  await receiver.start();
  try {
    await signIn('admin');
    await page.goto('/production/admin/activity-push');
    await page.getByRole('link', { name: 'Add a push' }).click();
    const dialog = page.getByRole('dialog');
    const name = `SIEM ${Date.now()}`;
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Address').fill('https://10.0.0.7/in');
    await dialog.getByRole('button', { name: 'Add push' }).click();
    await expect(dialog.getByText(/not on the public internet/).first()).toBeVisible();
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByRole('button', { name: 'Add push' }).click();
    await expect(dialog.locator('[data-secret]')).toBeVisible();
    const secret = await readRevealedPushSecret(page);
    await closeReveal(page);

    await page.getByRole('link', { name: `Send test to ${name}` }).click();
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await expect(dialog.getByText(/answered with HTTP 200/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    const { id } = await scalekit.createOrganization();
    await expect(() => {
      expect(receiver.lines).toContainEqual(expect.objectContaining({ organization_id: id }));
    }).toPass();
    for (const { headers, body } of receiver.messages) {
      const time = new Date(Number(headers['webhook-timestamp']) * 1000);
      const expected = new Webhook(secret).sign(String(headers['webhook-id']), time, body);
      expect(headers['webhook-signature']).toBe(expected);
    }
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog.getByLabel('Type the name of the push').fill(name);
    await dialog.getByRole('button', { name: 'Delete push' }).click();
    await expect(page.getByRole('heading', { name })).toHaveCount(0);
    expect((await staffLog()).filter(({ outcome }) => outcome === 'ok').map(({ action }) => action)).toEqual([
      'activity_push.create',
      'activity_push.test',
      'activity_push.delete',
    ]);
  } finally {
    receiver.stop();
  }
});
