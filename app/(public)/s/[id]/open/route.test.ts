import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { insertHandOver } from '@/lib/features/hand-overs/test-rows';
import { withTestDatabase } from '@/tests/setup/database';
import { POST } from './route';

withTestDatabase();

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';

function press(token: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost:9/s/${token}/open`, {
    method: 'POST',
    headers: { host: 'localhost:9', 'x-forwarded-for': '203.0.113.7', 'user-agent': firefox, ...headers },
  });
  return POST(request, { params: Promise.resolve({ id: token }) });
}

const read = (id: string) => db().handOver.findUniqueOrThrow({ where: { id } });
const past = new Date(Date.now() - 1);

it('answers with the ciphertext, uncached, and writes down the browser in words', async () => {
  const { id, token, sealed } = await insertHandOver();
  const response = await press(token);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ state: 'taken', sealed });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(await read(id)).toMatchObject({ openedIp: '203.0.113.7', openedBrowser: 'Firefox 131 on Linux' });
});

it.each([
  ['opened', 410, { openedAt: past, sealed: null }],
  ['revoked', 410, { revokedAt: past, sealed: null }],
  ['expired', 410, { expiresAt: past }],
])('says %s with %i and nothing of what it was', async (state, status, changes) => {
  const { token } = await insertHandOver(changes);
  const response = await press(token);
  expect(response.status).toBe(status);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ state });
  expect(text).not.toMatch(/Nightly|api_key|sealed/);
});

it('knows no made-up token', async () => {
  const response = await press('A'.repeat(22));
  expect([response.status, await response.json()]).toEqual([404, { state: 'made_up' }]);
});

it('refuses another site’s page, which burns nothing', async () => {
  const { id, token } = await insertHandOver();
  expect((await press(token, { origin: 'https://evil.example' })).status).toBe(403);
  expect(await read(id)).toMatchObject({ openedAt: null });
  expect((await press(token, { origin: 'http://localhost:9' })).status).toBe(200);
});

it('answers an error of our own with a reference, and keeps the cause to itself', async () => {
  const { token } = await insertHandOver();
  await db().$executeRaw`ALTER TABLE hand_over RENAME TO gone`;
  const response = await press(token);
  await db().$executeRaw`ALTER TABLE gone RENAME TO hand_over`;
  expect(response.status).toBe(500);
  const body = await response.json();
  expect(body).toEqual({ state: 'failed', requestId: expect.stringMatching(/^kd_/) });
});
