import { expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { acknowledgeAlarm } from './actions';
import { isAlarming, worstBurst } from './judge';
import { listAlarms, listAlarmsOf } from './queries';
import { deletionType, hearDeletions } from './raise';

withTestDatabase();
withEmulator();
const environment = 'production';
const minuteMs = 60_000;

let count = 0;
const newCustomer = () => `org_${Date.now()}${++count}`;

type Deletions = { organizationId: string; many: number; minutesAgo?: number; directoryId?: string };

/** So many deletions one second apart, the last one some minutes ago. */
const deletions = ({ organizationId, many, minutesAgo = 1, directoryId }: Deletions): ActivityRow[] =>
  Array.from({ length: many }, (_, index) => ({
    ...{ stream: 'event', environment, id: `evt_${++count}`, type: deletionType, source: 'directory' },
    at: new Date(Date.now() - minutesAgo * minuteMs - index * 1_000).toISOString(),
    organizationId,
    data: directoryId ? { directory_id: directoryId } : {},
  }));

async function happen(rows: ActivityRow[], users: number | null = null) {
  await insertActivity(rows);
  await hearDeletions(environment, rows, async () => users);
}

const alarmsOf = (organizationId: string, principal = testPrincipal()) =>
  runQuery(listAlarmsOf.definition, environment, principal, { organizationId });

it('finds the worst ten minutes, with both ends', () => {
  expect(worstBurst([])).toBeNull();
  const edge = 10 * minuteMs;
  expect(worstBurst([0, edge])).toEqual({ first: 0, last: edge, deleted: 2 });
  expect(worstBurst([0, edge + 1])?.deleted).toBe(1);
  expect(worstBurst([9 * edge, 0, 5, edge + 9, edge + 8, edge + 6])).toEqual({
    ...{ first: edge + 6, last: edge + 9, deleted: 3 },
  });
});

it.each([
  [20, null, false],
  [21, null, true],
  [20, 10_000, false],
  [10, 100, false],
  [11, 100, true],
  [2, 5, false],
  [3, 29, true],
  [3, 30, false],
])('judges %s deletions of %s users', (deleted, before, alarming) => {
  expect(isAlarming(deleted, before)).toBe(alarming);
});

it('raises an alarm over twenty, and one alone as it grows', async () => {
  const organizationId = newCustomer();
  await happen(deletions({ organizationId, many: 20 }));
  expect(await alarmsOf(organizationId)).toEqual([]);
  await happen(deletions({ organizationId, many: 1 }));
  await happen(deletions({ organizationId, many: 4 }));
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 25, directoryId: null }]);
});

it('raises one for a tenth of a small directory, and none for what lies further apart', async () => {
  const organizationId = newCustomer();
  await happen(deletions({ organizationId, many: 4 }), 26);
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 4, usersBefore: 30 }]);
  const slow = newCustomer();
  const apart = [1, 15].flatMap((minutesAgo) => deletions({ organizationId: slow, many: 11, minutesAgo }));
  await happen(apart, 1_000);
  expect(await alarmsOf(slow)).toEqual([]);
});

it('counts each of two directories by itself, and leaves history alone', async () => {
  const organizationId = newCustomer();
  const [one, other] = ['dir_1', 'dir_2'];
  await happen([
    ...deletions({ organizationId, many: 15, directoryId: one }),
    ...deletions({ organizationId, many: 15, directoryId: other }),
  ]);
  expect(await alarmsOf(organizationId)).toEqual([]);
  await happen(deletions({ organizationId, many: 6, directoryId: other }));
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 21, directoryId: other }]);
  const old = newCustomer();
  await happen(deletions({ organizationId: old, many: 50, minutesAgo: 3 * 24 * 60 }));
  expect(await alarmsOf(old)).toEqual([]);
});

it('is one alarm when two processes hear at once', async () => {
  const organizationId = newCustomer();
  const rows = deletions({ organizationId, many: 30 });
  await insertActivity(rows);
  await Promise.all([1, 2, 3].map(() => hearDeletions(environment, rows, async () => null)));
  expect(await db().directoryAlarm.count({ where: { organizationId } })).toBe(1);
});

it('stays until somebody acknowledges it, and is raised again by new deletions alone', async () => {
  const organizationId = newCustomer();
  await happen(deletions({ organizationId, many: 25, minutesAgo: 30 }));
  const alarmId = (await alarmsOf(organizationId))[0]?.id ?? '';
  const viewer = testPrincipal({ role: 'viewer' });
  expect((await failureOf(write(acknowledgeAlarm, { organizationId, alarmId }, viewer))).code).toBe(
    'forbidden',
  );
  const wrong = { organizationId: newCustomer(), alarmId };
  expect((await failureOf(write(acknowledgeAlarm, wrong))).code).toBe('not_found');
  const sam = testPrincipal();
  await write(acknowledgeAlarm, { organizationId, alarmId }, sam);
  expect(await logOf(sam)).toMatchObject([
    { kind: 'intent', action: 'directory.acknowledge_alarm', organizationId, targetId: alarmId },
    { outcome: 'ok' },
  ]);
  expect((await failureOf(write(acknowledgeAlarm, { organizationId, alarmId }))).code).toBe('not_found');
  await happen(deletions({ organizationId, many: 5 }), 1_000);
  expect(await alarmsOf(organizationId)).toEqual([]);
  await happen(deletions({ organizationId, many: 21 }));
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 26 }]);
});

it('is shown to people limited to some customers for theirs alone', async () => {
  const organizationId = newCustomer();
  await happen(deletions({ organizationId, many: 25 }));
  const read = (customers: Set<string>) =>
    runQuery(listAlarms.definition, environment, testPrincipal({ customers }), {});
  expect(await read(new Set([organizationId]))).toHaveLength(1);
  expect(await read(new Set(['org_other']))).toEqual([]);
  const limited = testPrincipal({ customers: new Set() });
  expect((await failureOf(alarmsOf(organizationId, limited))).code).toBe('not_found');
  expect((await failureOf(alarmsOf('', limited))).code).toBe('invalid');
});
