import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findDarkViolations, findViolations } from './fixtures/axe';
import { HardNames, hardWord } from './fixtures/hard-names';
import { expectWayOut, walkByTab } from './fixtures/keyboard';
import { findMixedNames, findOverflow } from './fixtures/layout';
import type { Place } from './places/place';
import { features } from './places/places';

const desktop = { width: 1280, height: 800 };

/*
 * Every place of `places.ts` with everything in it named as badly as Scalekit allows: nothing may stick out, reorder
 * its neighbours, keep somebody from reading it in light or dark, or hold the keyboard.
 */
for (const [feature, findPlaces] of Object.entries(features)) {
  test(`every page of ${feature} bears any name, and can be read and used by everybody`, async ({
    page,
    context,
    signIn,
    stack,
  }) => {
    test.setTimeout(240_000);
    const scalekit = new HardNames(stack.production);
    const places = await findPlaces(scalekit, await scalekit.createOrganization());
    await signIn('admin');
    await context.addCookies([{ name: 'keydesk_theme', value: 'light', url: stack.consoleUrl }]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(desktop);
    for (const [index, place] of places.entries())
      await test.step(place.name, () => check(page, place, index === 0));
  });
}

/** @param isFirst the frame around a page is the same for all of a feature, and takes as long as the page */
async function check(page: Page, { name, path }: Place, isFirst: boolean): Promise<void> {
  const dialog = new URL(path, 'http://k').searchParams.get('dialog');
  // What lies under a dialog is a place of its own.
  const part = dialog === null ? undefined : '[role="dialog"]';
  await page.goto(path);
  // Two while the second is still on its way to its place.
  await expect(page.locator('h1')).toHaveCount(1);
  if (part) await expect(page.locator(part)).toBeVisible();
  await expect(page.getByLabel('Loading')).toHaveCount(0);
  expect.soft(await findMixedNames(page, hardWord), `${name}: names set apart`).toEqual([]);
  expect.soft(await findOverflow(page), `${name} at 1280 px`).toEqual([]);
  expect.soft(await findViolations(page, part), `${name} (light)`).toEqual([]);
  const dark = part ?? (isFirst ? undefined : '#main');
  expect.soft(await findDarkViolations(page, dark), `${name} (dark)`).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect.soft(await findOverflow(page), `${name} at 360 px`).toEqual([]);
  await page.setViewportSize(desktop);
  if (dialog === null) expect.soft(await walkByTab(page), `${name} by keyboard`).toEqual([]);
  else await expectWayOut(page, dialog);
}
