import { chromium } from '@playwright/test';
import { chromiumFlags, findWholeChromium } from '../scripts/find-chromium';
import { startBareApp } from './bare-app';
import { fetchTimed } from './fetch-timed';
import { type Figure, median } from './figure';
import { loadPage, type PageLoad } from './load-page';
import { report, startBenchConsole } from './start-console';

/*
 * What the organization list costs a browser, next to the least that a Next page of 50 rows can cost: `bench/bare-app`,
 * built in the same run with the same Next, its rows a constant in a server component.
 *
 * JavaScript: the bodies of all scripts that Chromium downloads until the network has been quiet for half a second,
 * each compressed by gzip at the level that Next's server uses (6), added up. Compressed here and not read off the
 * wire, so that neither headers nor the number of files blur the comparison. Inline scripts are HTML and do not count.
 *
 * Rows: from the start of the navigation to the second frame after the 50th row of the table lies within the window,
 * when it has been painted. The window is tall enough for all rows. Each load has a cold cache and a context of its
 * own; the pages take turns, and the figure is the ratio of the medians. Both servers have answered a few dozen
 * times before, as one that has run for a minute has. The bare page is answered with the console's security headers:
 * one of them costs the first page of a tab as much again as all of a bare page (docs/decisions/opener-policy.md). The
 * time of the bare page without them is told beside it.
 */
const rounds = 15;
const warmUps = 2;
const serverWarmUps = 60;

/** Measures the organization list against the bare page: JavaScript, and time until the 50th row is on screen. */
export async function measurePages(): Promise<Figure[]> {
  const stack = await startBenchConsole();
  try {
    report('Building the bare app');
    const bare = await startBareApp();
    try {
      const list = { url: `${stack.consoleUrl}/production/organizations`, cookies: [stack.cookie] };
      const sameHeaders = { url: `${bare.url}same-headers`, cookies: [] };
      return await compare({ list, bare: sameHeaders, headerless: { url: bare.url, cookies: [] } });
    } finally {
      await bare.stop();
    }
  } finally {
    await stack.stop();
  }
}

type Target = Parameters<typeof loadPage>[1];
type Compared<T> = { list: T; bare: T; headerless: T };

async function compare(targets: Compared<Target>): Promise<Figure[]> {
  await warmServers(Object.values(targets));
  const browser = await chromium.launch({ executablePath: findWholeChromium(), args: chromiumFlags() });
  try {
    const loads: Compared<PageLoad[]> = { list: [], bare: [], headerless: [] };
    for (let round = -warmUps; round < rounds; round++) {
      for (const name of Object.keys(loads) as (keyof typeof loads)[]) {
        const load = await loadPage(browser, targets[name]);
        if (round >= 0) loads[name].push(load);
      }
    }
    const script = { list: medianOf(loads.list, 'scriptBytes'), bare: medianOf(loads.bare, 'scriptBytes') };
    const rows = { list: medianOf(loads.list, 'rowsMs'), bare: medianOf(loads.bare, 'rowsMs') };
    report(`JavaScript: list ${kilobytes(script.list)}, bare ${kilobytes(script.bare)}`);
    report(`50th row: list ${rows.list.toFixed(0)} ms, bare ${rows.bare.toFixed(0)} ms`);
    report(
      `Without the console's headers the bare page takes ${medianOf(loads.headerless, 'rowsMs').toFixed(0)} ms`,
    );
    return [
      { name: 'pages.list-javascript', value: script.list / script.bare, atMost: 1.35 },
      { name: 'pages.list-50th-row', value: rows.list / rows.bare, atMost: 2 },
    ];
  } finally {
    await browser.close();
  }
}

async function warmServers(targets: Target[]): Promise<void> {
  for (let round = 0; round < serverWarmUps; round++) {
    for (const { url, cookies } of targets) {
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      await fetchTimed(url, { cookie, 'accept-encoding': 'gzip' });
    }
  }
}

function medianOf(loads: PageLoad[], what: keyof PageLoad): number {
  return median(loads.map((load) => load[what]));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
