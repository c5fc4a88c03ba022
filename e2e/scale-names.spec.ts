import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { HardNames, hardWord } from './fixtures/hard-names';
import { walkByTab } from './fixtures/keyboard';
import { findMixedNames, findOverflow } from './fixtures/layout';
import { features } from './places/places';

/*
 * Every place of `places.ts` with everything in it named as badly as Scalekit allows: nothing may stick out, reorder
 * its neighbours, or hold the keyboard.
 */
for (const [feature, findPlaces] of Object.entries(features)) {
  test(`every page of ${feature} bears any name, and lets the keyboard through`, async ({
    page,
    signIn,
    stack,
  }) => {
    test.setTimeout(180_000);
    const scalekit = new HardNames(stack.production);
    const organization = await scalekit.createOrganization();
    const places = await findPlaces(scalekit, organization);
    await signIn('admin');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const { name, path } of places) {
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(path);
        await expect(page.locator('h1')).toHaveCount(1);
        const isDialog = path.includes('dialog=');
        if (isDialog) await expect(page.getByRole('dialog')).toBeVisible();
        await expect(page.getByLabel('Loading')).toHaveCount(0);
        expect.soft(await findMixedNames(page, hardWord), `${name}: names set apart`).toEqual([]);
        expect.soft(await findOverflow(page), `${name} at 1280 px`).toEqual([]);
        await page.setViewportSize({ width: 360, height: 740 });
        expect.soft(await findOverflow(page), `${name} at 360 px`).toEqual([]);
        await page.setViewportSize({ width: 1280, height: 800 });
        if (isDialog) await expectWayOut(page, new URL(path, 'http://k').searchParams.get('dialog') ?? '');
        else expect.soft(await walkByTab(page), `${name} by keyboard`).toEqual([]);
      });
    }
  });
}

/** Escape closes it and the focus is on the page; opened from its link, on that link. */
async function expectWayOut(page: Page, dialogName: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator(':focus'), 'the focus is in the dialog').toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.locator(':focus'), 'and stays there').toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#main'), 'the focus is on the page').toBeFocused();
  const opener = page.locator(`a[href^="?"][href$="dialog=${dialogName}"]`).first();
  if (!(await opener.isVisible())) return;
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener, 'the focus is back').toBeFocused();
}
