import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { withDatabase } from './fixtures/database';
import { plantInBrowser, searchBrowser } from './secret-sweep/browser';
import { searchPath } from './secret-sweep/folder';
import { readLedger } from './secret-sweep/ledger';
import { needlesOf, type Secret } from './secret-sweep/needles';
import { listPlaces } from './secret-sweep/places';
import { redactNotes } from './secret-sweep/redact-notes';
import { createSearch, describeHit } from './secret-sweep/search';
import { e2eStack } from './setup/stack';

/*
 * Runs after all other specs, whatever became of them, and looks for every secret that they were given: API keys,
 * tokens of portal links, one-minute links, tokens and keys of hand-overs, tokens of sessions and of visits. The
 * fixtures note each one outside of what is searched.
 */
test.describe.configure({ mode: 'serial' });
test.use({ baseURL: undefined });

const canary = (): Secret => ({
  kind: 'canary',
  label: 'planted',
  value: `canary_${randomBytes(24).toString('base64url')}`,
});
const searchFor = (secrets: Secret[]) => createSearch(secrets.flatMap(needlesOf));

let output = '';
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a hook's needs from here
test.beforeAll(async ({}, testInfo) => {
  output = testInfo.project.outputDir;
  await mkdir(output, { recursive: true });
});

test('the sweep sees a canary in every place that it searches', async () => {
  test.setTimeout(180_000);
  for (const place of listPlaces(e2eStack(), output)) {
    const planted = canary();
    const remove = await place.plant(planted.value);
    const hits = await place.search(searchFor([planted]));
    await remove();
    expect(hits.length, place.name).toBeGreaterThan(0);
  }
});

test('the sweep sees a canary in every form', async () => {
  const planted = canary();
  const { value } = planted;
  const escaped = { ...planted, value: `https://portal.example/a?b=${value}&c="d"` };
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const forms: Record<string, string | Buffer> = {
    plain: value,
    'its end only': value.slice(-24),
    'URL-encoded': encodeURIComponent(escaped.value),
    'JSON-escaped': JSON.stringify({ url: escaped.value }),
    'HTML-escaped': escaped.value.replaceAll('&', '&amp;'),
    'base64 of it': base64(value),
    'base64 of a text around it': base64(`1${value}`),
    'base64 of another text around it': base64(`12${value}`),
    base64url: Buffer.from(`{"key":"${value}"}`).toString('base64url'),
    hex: Buffer.from(value).toString('hex'),
    'a byte string of Postgres': `\\x${Buffer.from(value).toString('hex')}`,
    gzip: gzipSync(`a log ${value}`),
  };
  const search = searchFor([planted, escaped]);
  for (const [form, content] of Object.entries(forms)) {
    const file = join(output, 'canary');
    await writeFile(file, content);
    expect.soft((await searchPath(file, search)).length, form).toBeGreaterThan(0);
    await rm(file);
  }
  expect(search(Buffer.from(base64('something else entirely')), 'nowhere')).toEqual([]);
});

test('the sweep sees a canary in everything that a browser keeps', async ({ page }) => {
  await page.goto(`${e2eStack().consoleUrl}/sign-in`);
  const planted = canary();
  await plantInBrowser(page, planted.value);
  const places = (await searchBrowser(page, [planted])).map(({ place }) =>
    place.replace("the browser's ", ''),
  );
  expect(new Set(places)).toEqual(
    new Set([
      ...['page', 'form fields', 'addresses', 'history state', 'localStorage', 'sessionStorage'],
      ...['IndexedDB', 'Cache Storage', 'cookies'],
    ]),
  );
});

test('the ledger has every secret that the console handed out', async () => {
  const count = (kind: Secret['kind']) => readLedger().filter((secret) => secret.kind === kind).length;
  const { rows } = await withDatabase(e2eStack().databaseUrl, (client) =>
    client.query<{ action: string; handed: number }>(
      `SELECT action, count(*)::int AS handed FROM staff_log WHERE outcome = 'ok' GROUP BY action`,
    ),
  );
  const handed = (action: string) => rows.find((row) => row.action === action)?.handed ?? 0;
  expect(count('api_key')).toBeGreaterThanOrEqual(handed('api_key.create'));
  expect(count('portal_token')).toBeGreaterThanOrEqual(handed('portal_link.create'));
  const visits = await withDatabase(e2eStack().databaseUrl, (client) =>
    client.query<{ begun: number }>('SELECT count(*)::int AS begun FROM portal_link_visit'),
  );
  expect(count('visit_token')).toBeGreaterThanOrEqual(visits.rows[0]?.begun ?? 0);
  expect(count('hand_over_token')).toBeGreaterThanOrEqual(handed('hand_over.create'));
  expect(count('hand_over_key')).toBeGreaterThanOrEqual(handed('hand_over.create'));
  expect(count('portal_url')).toBeGreaterThanOrEqual(handed('portal_link.create_raw'));
});

test('no secret of this run is anywhere', async () => {
  test.setTimeout(180_000);
  const secrets = readLedger();
  await redactNotes(output, secrets);
  console.log(`  looking for ${secrets.length} secrets`);
  const search = searchFor(secrets);
  for (const { name, search: searchPlace } of listPlaces(e2eStack(), output)) {
    const hits = await searchPlace(search);
    expect.soft(hits.map(describeHit), name).toEqual([]);
  }
});

test('nothing was filmed or photographed', async () => {
  const files = await readdir(output, { recursive: true });
  expect(files.filter((file) => /\.(png|jpe?g|webm|zip)$/.test(file))).toEqual([]);
  const logs = join(e2eStack().dataFolder, 'logs');
  const sizes = await Promise.all((await readdir(logs)).map((name) => stat(join(logs, name))));
  expect(
    sizes.some(({ size }) => size > 0),
    'the logs that were searched are not empty',
  ).toBe(true);
});
