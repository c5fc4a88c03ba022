import { test } from './fixtures';
import { openSignIn } from './fixtures/sessions-api';

test('shots', async ({ page, context, stack, signIn, organization, scalekit }) => {
  const { connectionId } = await openSignIn(scalekit, organization.id);
  await signIn('admin');
  const at = `/production/organizations/${organization.id}/connections/${connectionId}`;
  await page.goto('/production/connections');
  await page.screenshot({ path: '/tmp/shots/n-all.png' });
  await page.goto('/production/connections?type=SAML');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByText('Signing certificates').waitFor();
  await page.screenshot({ path: '/tmp/shots/n-saml.png', fullPage: true });
  await context.addCookies([{ name: 'keydesk_theme', value: 'dark', url: stack.consoleUrl }]);
  await page.goto(`${at}?dialog=delete-connection`);
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shots/n-del.png' });
  await page.setViewportSize({ width: 360, height: 1200 });
  await page.goto(at);
  await page.screenshot({ path: '/tmp/shots/n-360.png' });
});
