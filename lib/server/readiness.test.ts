import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET as live } from '@/app/api/health/live/route';
import { GET as ready } from '@/app/api/health/ready/route';
import { type Emulator, startEmulator } from '@/emulator/start';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';

withTestDatabase();

const emulators: Emulator[] = [];

beforeAll(async () => {
  for (const name of ['PRODUCTION', 'DEVELOPMENT']) {
    const emulator = await startEmulator({ scenario: 'empty' });
    emulators.push(emulator);
    process.env[`SCALEKIT_${name}_URL`] = emulator.url;
    process.env[`SCALEKIT_${name}_CLIENT_ID`] = emulator.clientId;
    process.env[`SCALEKIT_${name}_CLIENT_SECRET`] = emulator.clientSecret;
  }
  // The two seconds that Postgres is given are not for loading the client, which takes longer on a busy machine.
  await db().$queryRaw`SELECT 1`;
});

afterAll(() => Promise.all(emulators.map((emulator) => emulator.stop())));

async function readiness() {
  const response = await ready();
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { code: response.status, ...(await response.json()) };
}

/** Past the time that an answer of Scalekit holds. */
function letAnswersExpire() {
  vi.setSystemTime(Date.now() + 60_000);
}

it('tells the truth about each part, in turn', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const bothOk = { production: 'ok', development: 'ok' };
  expect(await readiness()).toEqual({ code: 200, status: 'ready', postgres: 'ok', environments: bothOk });

  await emulators[1]?.stop();
  expect((await readiness()).code, 'an answer holds for a while').toBe(200);
  letAnswersExpire();
  expect(await readiness()).toEqual({
    code: 503,
    status: 'not ready',
    postgres: 'ok',
    environments: { production: 'ok', development: 'failing' },
  });

  await db().$executeRaw`DROP TABLE staff_log CASCADE`;
  expect(await readiness()).toMatchObject({
    code: 503,
    postgres: 'failing',
    environments: { production: 'ok' },
  });
  vi.useRealTimers();
});

it('is alive all the while', async () => {
  const response = live();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'live' });
});
