import { webFontsCookie } from '@/components/frame/web-fonts';
import { expect, test } from './fixtures';

const bodyFont = () => getComputedStyle(document.body).fontFamily;

test('a browser fetches the fonts after its first page and shows the next one in them', async ({ page }) => {
  await page.goto('/production/organizations');
  expect(await page.evaluate(bodyFont)).not.toContain('geist');

  await expect
    .poll(async () => (await page.context().cookies()).some(({ name }) => name === webFontsCookie))
    .toBe(true);
  await page.reload();
  expect(await page.evaluate(bodyFont)).toContain('geist');
  const loaded = () =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  await expect.poll(async () => (await page.evaluate(loaded)).join()).toContain('geistSans');
});
