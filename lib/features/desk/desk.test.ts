import { beforeAll, expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { readCustomerNames } from '@/lib/server/customer-names';
import { runQuery } from '@/lib/server/define-query';
import { writeDocuments } from '@/lib/server/search-index/store';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { listFailedOf } from './failed-of';
import { nameCustomers } from './name-customers';
import { getDeskFreshness, listFailingLogins } from './queries';
import { failingAtMost } from './schema';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const hourMs = 3_600_000;

let count = 0;
const login = (
  organizationId: string | undefined,
  outcome: ActivityRow['outcome'],
  hours: number,
): ActivityRow => ({
  ...{ stream: 'login', environment, id: `auth_${++count}`, type: 'login.sso', source: 'login_log' },
  ...{ organizationId, outcome, at: new Date(Date.now() - hours * hourMs).toISOString() },
});

const failing = (input = {}, reader = testPrincipal()) =>
  runQuery(listFailingLogins.definition, environment, reader, input);

beforeAll(async () => {
  await insertActivity([
    ...[1, 2, 3].map((hours) => login('org_rail', 'failed', hours)),
    login('org_rail', 'ok', 1),
    login('org_rail', 'pending', 1),
    login('org_mill', 'failed', 5),
    login('org_fine', 'ok', 5),
    login('org_late', 'failed', 48),
    login('org_old', 'failed', 200),
    login(undefined, 'failed', 6),
    { ...login('org_rail', 'failed', 1), environment: 'development' },
  ]);
  const rail = { id: 'org_rail', name: 'Heronsgate Rail', fields: {} };
  await keepObservation(
    environment,
    { organizationId: 'org_rail', part: 'organization', objects: [rail], complete: true },
    new Date(),
  );
});

it('groups failed sign-ins by customer, most first, and those of nobody apart, without a call', async () => {
  emulator.current.journal.clear();
  const { rows, without, others } = await failing();
  expect(emulator.current.journal.list()).toEqual([]);
  expect(rows).toMatchObject([
    { organizationId: 'org_rail', name: 'Heronsgate Rail', failed: 3, share: 0.75 },
    { organizationId: 'org_mill', name: null, failed: 1, share: 1 },
  ]);
  expect(Date.now() - Date.parse(rows[0]?.lastFailedAt ?? '')).toBeLessThan(1.1 * hourMs);
  expect([without?.failed, others]).toEqual([1, 0]);
});

it('names a customer as the index does where no snapshot has its name', async () => {
  const title = 'Larkfield Mill';
  const document = { kind: 'organization' as const, id: 'org_mill', organizationIds: ['org_mill'], title };
  await writeDocuments(environment, [document], new Date());
  expect((await failing()).rows.map(({ name }) => name)).toEqual(['Heronsgate Rail', title]);
});

it('reads the names of a new environment in one call, and keeps them', async () => {
  const ids = [await newOrganization('Brindle Works'), await newOrganization('Quarry Press')];
  const name = (reader = testPrincipal()) => runQuery(nameCustomers.definition, environment, reader, { ids });
  emulator.current.journal.clear();
  expect(await name()).toEqual({ [ids[0] ?? '']: 'Brindle Works', [ids[1] ?? '']: 'Quarry Press' });
  expect(emulator.current.journal.list()).toHaveLength(1);
  expect(await name(testPrincipal({ customers: new Set([ids[1] ?? '']) }))).toEqual({
    [ids[1] ?? '']: 'Quarry Press',
  });
  expect([...(await readCustomerNames(environment, ids)).values()]).toEqual([
    'Brindle Works',
    'Quarry Press',
  ]);
});

it('looks back a week when asked, and takes a nonsense period for a day', async () => {
  const week = await failing({ period: 'week' });
  expect(week.rows.map(({ organizationId }) => organizationId)).toContain('org_late');
  expect(week.rows.map(({ organizationId }) => organizationId)).not.toContain('org_old');
  expect((await failing({ period: 'century' })).period).toBe('day');
});

it('shows people limited to some customers theirs alone', async () => {
  const limited = testPrincipal({ customers: new Set(['org_mill']) });
  const { rows, without } = await failing({}, limited);
  expect(rows.map(({ organizationId }) => organizationId)).toEqual(['org_mill']);
  expect(without).toBeNull();
  expect((await failing({}, testPrincipal({ customers: new Set() }))).rows).toEqual([]);
});

it('counts the customers beyond those shown', async () => {
  await insertActivity(
    Array.from({ length: failingAtMost }, (_, index) => login(`org_more${index}`, 'failed', 2)),
  );
  const { rows, others } = await failing();
  expect([rows.length, others]).toEqual([failingAtMost, 2]);
});

it('says how old everything is', async () => {
  const read = () => runQuery(getDeskFreshness.definition, environment, testPrincipal(), {});
  expect(await read()).toMatchObject({ index: null, events: null, logins: null });
  const lastOkAt = new Date();
  await db().syncCursor.create({
    data: { environment, stream: 'login', purpose: 'reconcile', lastOkAt },
  });
  expect(await read()).toMatchObject({
    logins: lastOkAt.toISOString(),
    events: null,
    snapshots: expect.any(String),
  });
});

it('lists the last failed sign-ins of one customer, to whoever may see it', async () => {
  const read = (customers: 'all' | Set<string>) =>
    runQuery(listFailedOf.definition, environment, testPrincipal({ customers }), {
      organizationId: 'org_123',
    });
  await insertActivity([1, 4, 2].map((hours) => login('org_123', 'failed', hours)));
  await insertActivity([login('org_123', 'ok', 0.5)]);
  const { rows } = await read('all');
  const hours = rows.map(({ at }) => Math.round((Date.now() - Date.parse(at)) / hourMs));
  expect(hours).toEqual([1, 2, 4]);
  await insertActivity([{ ...login('org_123', 'failed', 3), connectionId: 'conn_1' }]);
  const through = runQuery(listFailedOf.definition, environment, testPrincipal(), {
    ...{ organizationId: 'org_123', connectionId: 'conn_1' },
  });
  expect((await through).rows).toHaveLength(1);
  await expect(read(new Set(['org_rail']))).rejects.toMatchObject({ code: 'not_found' });
});
