import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';

/** `scriptBytes`: all scripts, gzip. `rowsMs`: from the start of the navigation until the 50th row was painted. */
export type PageLoad = { scriptBytes: number; rowsMs: number };

type Target = { url: string; cookies: { name: string; value: string; url: string }[] };

const markRows = join(import.meta.dirname, 'mark-rows.browser.js');
const gzipLevel = 6;

/** Loads a page in a fresh context, with a cold cache, and waits until its scripts and rows are there. */
export async function loadPage(browser: Browser, { url, cookies }: Target): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 2600 } });
  try {
    await context.addCookies(cookies);
    await context.addInitScript({ path: markRows });
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(gzipSize(response));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const noted = await page.waitForFunction(() => performance.getEntriesByName('row painted')[0]?.startTime);
    const sizes = await Promise.all(scripts);
    return {
      scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
      rowsMs: (await noted.jsonValue()) ?? Number.NaN,
    };
  } finally {
    await context.close();
  }
}

async function gzipSize(response: Response): Promise<number> {
  return gzipSync(await response.body(), { level: gzipLevel }).length;
}
