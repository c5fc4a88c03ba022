import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openByKeyboard, tabTo } from './fixtures/keyboard';
import { closeReveal, readRevealedKey } from './fixtures/reveal';
import { uniqueWord } from './fixtures/scalekit-api';
import { of } from './places/place';
import { features } from './places/places';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// All that a theme changes is colours: the rest of the page is the same element for element.
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Without the list of all that passed, and without a second page to put the frames of others together: there are none. */
function axeOf(page: Page, part?: string): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  return part ? axe.include(part) : axe;
}

async function violations(page: Page, axe = axeOf(page).withTags(tags)): Promise<string[]> {
  await page.evaluate(waitForRest);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function violationsInDark(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  return violations(page, axeOf(page, part).withRules(rulesOfColours));
}

/** In the page. Dialogs appear and colours change in a millisecond here, and axe would read them on their way. */
async function waitForRest(): Promise<void> {
  const moves = ({ playState, effect }: Animation) =>
    playState !== 'finished' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
  do await new Promise(requestAnimationFrame);
  while (document.getAnimations().some(moves));
}

for (const [feature, findPlaces] of Object.entries(features)) {
  test(`every page of ${feature} can be read and used by everybody, in light and dark`, async ({
    page,
    context,
    stack,
    signIn,
    organization,
    scalekit,
  }) => {
    test.setTimeout(180_000);
    const places = await findPlaces(scalekit, organization);
    await signIn('admin');
    await context.addCookies([{ name: 'keydesk_theme', value: 'light', url: stack.consoleUrl }]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const { name, path } of places) {
      await test.step(name, async () => {
        await page.goto(path);
        // Two while the second is still on its way to its place.
        await expect(page.locator('h1')).toHaveCount(1);
        // What lies under a dialog is a place of its own.
        const part = path.includes('dialog=') ? '[role="dialog"]' : undefined;
        if (part) await expect(page.getByRole('dialog')).toBeVisible();
        await expect(page.getByLabel('Loading')).toHaveCount(0);
        expect.soft(await violations(page, axeOf(page, part).withTags(tags)), `${name} (light)`).toEqual([]);
        expect.soft(await violationsInDark(page, part), `${name} (dark)`).toEqual([]);
      });
    }
  });
}

test.describe('pages outside of the console', () => {
  test.use({ allowedProblems: [/status of 404/] });

  test('can be read by everybody', async ({ page }) => {
    for (const address of [
      '/sign-in',
      '/sign-in?error=access_denied',
      '/sign-out/done',
      '/p/made-up',
      '/c/made-up',
      '/s/made-up',
    ]) {
      await page.goto(address);
      expect.soft(await violations(page), address).toEqual([]);
    }
  });
});

test('errors beside fields and a secret on the screen pass as well', async ({
  page,
  signIn,
  organization,
}) => {
  await signIn('support');
  await page.goto(of(organization.id, '/api-keys?dialog=create'));
  await page.getByLabel('Description').fill('x'.repeat(256));
  await page.getByRole('dialog').getByRole('button', { name: 'Create API key' }).click();
  await expect(page.getByText('1 field needs another look')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Description').fill('x');
  await page.getByRole('dialog').getByRole('button', { name: 'Create API key' }).click();
  await readRevealedKey(page);
  expect((await violations(page)).length, 'violations around a secret').toBe(0);
  await closeReveal(page);
});

test('a key can be issued, found and revoked with the keyboard alone', async ({
  page,
  signIn,
  organization,
  scalekit,
}) => {
  await signIn('support');
  await openByKeyboard(page, organization.id, organization.displayName);
  await tabTo(page, 'API keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'API keys', level: 2, exact: true })).toBeVisible();
  await tabTo(page, 'Create API key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Description')).toBeFocused();
  const description = `by keyboard ${uniqueWord()}`;
  await page.keyboard.type(description);
  await page.keyboard.press('Enter');
  await readRevealedKey(page);
  await tabTo(page, 'I have stored it');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Create API key' }), 'the focus is back').toBeFocused();

  await tabTo(page, 'Actions for the key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first(), 'the menu has the focus').toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Revoke API key' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Revoke API key');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No active API keys')).toBeVisible();
  expect(await scalekit.listApiKeys(organization.id)).toEqual([]);
});
