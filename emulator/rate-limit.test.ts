import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestEmulator } from './test-client';

let test: TestEmulator;
// The middle of a minute, so that the test does not start in one and end in the next.
const now = Date.parse('2026-06-01T12:00:30Z');

beforeAll(async () => {
  test = await TestEmulator.start({ now: () => now, requestsPerMinute: 3 });
});
afterAll(() => test.stop());

const list = () => test.call('GET', '/organizations');
const statuses = async (count: number) => {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await list()).status);
  return seen;
};

it('refuses what is over the rate with the documented body, until the next minute', async () => {
  expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  const { json, headers } = await list();
  expect(json).toMatchObject({ code: 8, details: [{ error_code: 'RATE_LIMITED' }] });
  expect(headers.get('retry-after')).toBeNull();
  await test.moveClock(60_000);
  expect(await statuses(1)).toEqual([200]);
  await test.moveClock();
});

it('counts the API alone', async () => {
  await statuses(4);
  expect((await test.send('POST', '/oauth/token')).status).not.toBe(429);
  expect((await test.send('GET', '/keys')).status).toBe(200);
});

it('is set and lifted by a control', async () => {
  const set = (perMinute: number | null) => test.send('POST', '/__emulator/rate-limit', { perMinute });
  expect((await set(1)).json).toEqual({ perMinute: 1 });
  expect(await statuses(2)).toEqual([200, 429]);
  expect((await test.send('GET', '/__emulator/state')).json.requestsPerMinute).toBe(1);
  await set(null);
  expect(await statuses(5)).toEqual([200, 200, 200, 200, 200]);
  expect((await set(-1)).status).toBe(400);
});

it('comes back to what it was at the start with a reset', async () => {
  await test.send('POST', '/__emulator/reset');
  test.token = await test.emulator.issueToken();
  expect(await statuses(4)).toEqual([200, 200, 200, 429]);
});
