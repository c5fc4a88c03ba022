import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readJournal } from './fixtures/emulator-control';
import { growingLists } from './places/lists';

/*
 * No page may make more calls as its list grows. All calls of the environment are counted, so that one for each row is
 * seen whatever it asks for; tests with faults, which share this environment, wait meanwhile, and a count that another
 * test has disturbed is taken again.
 */
test.use({ environment: 'development' });
test.describe.configure({ mode: 'default' });

for (const { name, calls, begin } of growingLists) {
  test(`the page of ${name} makes ${calls} calls, for 10 items and for 1,000`, async ({
    page,
    signIn,
    scalekit,
    organization,
    stack,
  }) => {
    const { path, copied } = await begin(scalekit, organization, stack.development);
    await signIn('admin');
    try {
      for (const items of [10, 1000]) {
        for (const row of copied) await scalekit.control('POST', 'copies', { ...row, count: items - 1 });
        await expect
          .poll(() => readCalls(page, stack.development.url, `/development${path}`), {
            message: `calls for ${items} items`,
            timeout: 15_000,
          })
          .toHaveLength(calls);
      }
    } finally {
      for (const { id } of copied) await scalekit.control('DELETE', `copies?of=${id}`);
    }
  });
}

/** The operations that one look at the page calls. */
async function readCalls(page: Page, url: string, path: string): Promise<string[]> {
  const before = (await readJournal(url, '')).at(-1)?.traceId;
  await page.goto(path);
  await expect(page.getByLabel('Loading')).toHaveCount(0);
  const all = await readJournal(url, '');
  const since = all.slice(all.findIndex(({ traceId }) => traceId === before) + 1);
  return since.filter(({ operation }) => operation !== 'oauth/token').map(({ operation }) => operation);
}
