import { expect, it, vi } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { deleteOrganization } from '@/lib/features/organizations/actions';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { acknowledgeAlarm } from './actions';
import { catchUp, forgetCatchUps } from './catch-up';
import { findWorstBurst } from './find-burst';
import { hearDeletions } from './hear';
import { isAlarming } from './judge';
import { deletionType } from './place';
import { listAlarms, listAlarmsOf } from './queries';
import { raiseAlarm } from './raise';

vi.mock('./find-burst', async (original) => {
  const real = await original<typeof import('./find-burst')>();
  return { findWorstBurst: vi.fn(real.findWorstBurst) };
});

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
  await hearDeletions(environment, rows, { countUsers: async () => users, afterMs: 0 });
}

const alarmsOf = (organizationId: string, principal = testPrincipal()) =>
  runQuery(listAlarmsOf.definition, environment, principal, { organizationId });

it('finds the worst ten minutes, with both ends', async () => {
  const start = Date.now() - 60 * minuteMs;
  const burstOf = async (seconds: number[]) => {
    const organizationId = newCustomer();
    const rows = deletions({ organizationId, many: seconds.length });
    await insertActivity(
      rows.map((row, index) => ({
        ...row,
        at: new Date(start + (seconds[index] ?? 0) * 1_000).toISOString(),
      })),
    );
    const place = { organizationId, directoryId: '' };
    const burst = await findWorstBurst(environment, place, new Date(start - 1));
    return (
      burst && [(+burst.first - start) / 1_000, (+burst.last - start) / 1_000, burst.deleted, burst.gone]
    );
  };
  expect(await burstOf([])).toBeNull();
  expect(await burstOf([0, 600])).toEqual([0, 600, 2, 2]);
  expect(await burstOf([0, 601])).toEqual([0, 0, 1, 2]);
  expect(await burstOf([3000, 0, 5, 609, 608, 606, 608])).toEqual([606, 609, 4, 5]);
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
  await Promise.all(
    [1, 2, 3].map(() => hearDeletions(environment, rows, { countUsers: async () => null, afterMs: 0 })),
  );
  expect(await db().directoryAlarm.count({ where: { organizationId } })).toBe(1);
});

it('never shrinks, whoever comes late with an older count', async () => {
  const place = { organizationId: newCustomer(), directoryId: '' };
  const counted = { usersBefore: null, firstAt: new Date(), lastAt: new Date() };
  await raiseAlarm(environment, place, { ...counted, deleted: 40 });
  await raiseAlarm(environment, place, { ...counted, deleted: 25 });
  expect(await alarmsOf(place.organizationId)).toMatchObject([{ deleted: 40 }]);
});

it('is another when the first that nobody acknowledged is long over', async () => {
  const organizationId = newCustomer();
  await happen(deletions({ organizationId, many: 40, minutesAgo: 120 }));
  await db().directoryAlarm.updateMany({
    where: { organizationId },
    data: { raisedAt: new Date(Date.now() - 119 * minuteMs) },
  });
  await happen(deletions({ organizationId, many: 25 }));
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 25 }, { deleted: 40 }]);
});

it('costs few reads and no call while five hundred are deleted', async () => {
  const organizationId = newCustomer();
  const countUsers = vi.fn(async () => null);
  const rows = deletions({ organizationId, many: 500 });
  await insertActivity(rows);
  vi.mocked(findWorstBurst).mockClear();
  await Promise.all(rows.map((row) => hearDeletions(environment, [row], { countUsers, afterMs: 10 })));
  expect(vi.mocked(findWorstBurst).mock.calls.length).toBeLessThan(5);
  expect(countUsers).not.toHaveBeenCalled();
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 500 }]);
});

it('is raised by the catch-up when the process that stored the deletions did not live to judge them', async () => {
  forgetCatchUps();
  const organizationId = newCustomer();
  const countUsers = vi.fn(async (): Promise<number | null> => 6);
  await insertActivity(deletions({ organizationId, many: 4 }));
  await catchUp(environment, countUsers);
  expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 4, usersBefore: 10 }]);
  const quiet = newCustomer();
  await insertActivity(deletions({ organizationId: quiet, many: 4 }));
  countUsers.mockClear().mockResolvedValue(null);
  await catchUp(environment, countUsers);
  countUsers.mockResolvedValue(1_000);
  for (let round = 0; round < 3; round += 1) await catchUp(environment, countUsers);
  expect(countUsers, 'once in vain, once with an answer').toHaveBeenCalledTimes(2);
  expect(await alarmsOf(quiet)).toEqual([]);
});

it('goes with its customer, and is not raised for the people of a customer that was deleted', async () => {
  const organizationId = await newOrganization('Larkfield Mills');
  await happen(deletions({ organizationId, many: 25 }));
  const admin = testPrincipal({ role: 'admin' });
  const input = { organizationId, confirmName: 'Larkfield Mills', reason: 'The contract has ended.' };
  await write(deleteOrganization, input, admin);
  expect(await alarmsOf(organizationId)).toEqual([]);
  await happen(deletions({ organizationId, many: 30 }));
  expect(await alarmsOf(organizationId)).toEqual([]);

  const elsewhere = newCustomer();
  await happen(deletions({ organizationId: elsewhere, many: 25 }));
  expect(await alarmsOf(elsewhere)).toHaveLength(1);
  const [row] = deletions({ organizationId: elsewhere, many: 1 });
  await happen([{ ...(row as ActivityRow), type: 'organization.deleted', source: 'scalekit' }]);
  await happen(deletions({ organizationId: elsewhere, many: 30 }));
  expect(await alarmsOf(elsewhere)).toEqual([]);
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
