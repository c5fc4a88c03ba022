import { expect, it } from 'vitest';
import { emitEvent } from '@/emulator/events/emit';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { startWorkerProcess, until } from './worker-process';

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const operation = 'events.listEventsPaginated';

it('a reconciler that is killed in mid-page loses nothing and doubles nothing', async () => {
  const { environment, clock, faults } = emulator.current;
  const data = { id: 'role_1', name: 'reader' };
  const start = clock.now() - 60_000;
  const made = Array.from({ length: 900 }, (_, index) =>
    emitEvent(environment, { type: 'role.created', data, at: start + index }),
  );
  const count = async (table: string) => {
    const [row] = await db().$queryRawUnsafe<{ all: number; ids: number }[]>(
      `SELECT count(*)::int AS "all", count(DISTINCT id)::int AS ids FROM activity.${table}`,
    );
    return row ?? { all: 0, ids: 0 };
  };
  faults.add({ operation, latencyMs: 60 });
  const killed = startWorkerProcess();
  await until('some are stored', async () => (await count('entry_id')).all >= 300);
  await killed.kill();
  expect((await count('entry_id')).all, 'it died on its way').toBeLessThan(900);
  faults.clear();
  const worker = startWorkerProcess();
  const isIdle = () =>
    db().syncCursor.count({ where: { environment: 'production', stream: 'event', state: 'idle' } });
  await until('the window is read', async () => (await isIdle()) === 1);
  expect(await worker.stop()).toBe(0);
  expect(await count('entry')).toEqual({ all: made.length, ids: made.length });
  expect(await count('entry_id')).toEqual({ all: made.length, ids: made.length });
}, 120_000);
