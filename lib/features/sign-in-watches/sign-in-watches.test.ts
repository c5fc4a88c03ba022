import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthLogRow } from '@/emulator/auth-logs/rows';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { endWatch, startWatch } from './actions';
import { getWatchNews, listWatches } from './queries';
import { mostOpenWatches } from './schema';
import { sweepWatches } from './sweep';

withTestDatabase();
const emulator = withEmulator({ mail: true });
const minute = 60_000;

async function place() {
  const organizationId = await newOrganization();
  const { connection } = await scalekitClient('production').connections.createConnection({
    organizationId,
    connection: { provider: 1, type: 1 },
  });
  return { organizationId, connectionId: connection?.id ?? '' };
}

/** Somebody whom the database knows, as a sweep needs it. */
async function somebody(part: Partial<Principal> = {}) {
  const email = `${randomUUID().slice(0, 8)}@keydesk.test`;
  const staff = await db().staff.create({ data: { email, name: 'Sam', effectiveRole: 'support' } });
  return testPrincipal({ staffId: staff.id, email, ...part });
}

function logged(row: Partial<AuthLogRow>, status: AuthLogRow['status'], at = Date.now() + 1000) {
  const id = `areq_${randomUUID().replaceAll('-', '')}`;
  emulator.current.store.authLogs.put({
    ...{ id, createdAt: at, status, connections: [], workflow: 'sso' },
    ...{ clientId: 'skc_1', clientName: 'Web app', clientType: 'WEB_APP' },
    ...row,
  });
  return id;
}

const through = (organizationId: string, connectionId: string) => ({
  organizationId,
  connections: [{ connectionId, organizationId, connectionType: 'OIDC', connectionProvider: 'OKTA' }],
});

const news = (principal: Principal) => runQuery(getWatchNews.definition, 'production', principal, {});
const sweep = (after = 2 * minute) => sweepWatches('production', new Date(Date.now() + after));

describe('a watch', () => {
  it('on a connection tells its maker once, with the evidence', async () => {
    const sam = await somebody();
    const { organizationId, connectionId } = await place();
    const { watchId } = await write(startWatch, { organizationId, connectionId, ticket: 'T-1' }, sam);
    expect(await write(startWatch, { organizationId, connectionId }, sam)).toEqual({ watchId });
    logged({ ...through(organizationId, connectionId), email: 'ines@heronsgate.example' }, 'FAILED');
    logged(through(await newOrganization(), connectionId), 'SUCCESS');
    await sweep();
    expect(await news(sam)).toMatchObject({ open: 1, seen: [] });
    const id = logged(
      { ...through(organizationId, connectionId), email: 'ines@heronsgate.example' },
      'SUCCESS',
    );
    await Promise.all([sweep(), sweep()]);
    expect(await news(sam)).toMatchObject({
      open: 0,
      seen: [{ id: watchId, failures: 1, seen: { requestId: id, email: 'ines@heronsgate.example' } }],
    });
    const mails = emulator.current.store.mails.all().filter(({ to }) => to.includes(sam.email));
    expect(mails.map(({ subject }) => subject)).toEqual(['The sign-in works (T-1)']);
    expect(mails[0]?.text).toContain(id);
    await write(endWatch, { watchId }, sam);
    expect(await news(sam)).toEqual({ open: 0, seen: [] });
  });

  it('on an address hears of sign-ins since alone, and ends after its days', async () => {
    const sam = await somebody();
    const email = `${randomUUID().slice(0, 8)}@heronsgate.example`;
    logged({ email }, 'SUCCESS', Date.now() - minute);
    await write(startWatch, { email: email.toUpperCase() }, sam);
    await sweep();
    expect(await news(sam)).toMatchObject({ open: 1, seen: [] });
    await sweep(8 * 86_400_000);
    const rows = await runQuery(listWatches.definition, 'production', sam, {});
    expect(rows).toMatchObject([{ state: 'over', email }]);
  });

  it('tells nobody who may not know any more', async () => {
    const { organizationId, connectionId } = await place();
    const sam = await somebody({ customers: new Set([organizationId]) });
    await db().staff.update({ where: { id: sam.staffId }, data: { allCustomers: false } });
    await write(startWatch, { organizationId, connectionId }, sam);
    logged(through(organizationId, connectionId), 'SUCCESS');
    await sweep();
    expect(emulator.current.store.mails.all().filter(({ to }) => to.includes(sam.email))).toEqual([]);
    expect(await news({ ...sam, customers: new Set() })).toEqual({ open: 0, seen: [] });
  });
});

describe('a round', () => {
  const log = 'authLogs.listAuthRequests';
  const rowOf = (id: string) => db().signInWatch.findUniqueOrThrow({ where: { id } });
  const newAddress = () => `${randomUUID().slice(0, 8)}@heronsgate.example`;
  beforeEach(async () => {
    await db().signInWatch.deleteMany();
    await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id, sync_cursor`;
    emulator.current.journal.clear();
  });

  /** The copy was read to its end so many minutes ago, and holds these. */
  async function copy(minutesAgo: number, rows: Partial<ActivityRow>[]) {
    const at = new Date(Date.now() - minutesAgo * minute);
    const key = { environment: 'production', stream: 'login', purpose: 'reconcile' };
    await db().syncCursor.create({ data: { ...key, lastOkAt: at, readUntil: at } });
    await insertActivity(
      rows.map((row) => ({
        ...{ stream: 'login', environment: 'production', id: `areq_${randomUUID()}`, source: 'login_log' },
        ...{ at: new Date(Date.now() + 1000).toISOString(), type: 'login.sso', outcome: 'ok' },
        ...row,
      })),
    );
  }

  it('goes on behind an address that cannot be asked for, and gives everybody a turn', async () => {
    const sam = await somebody();
    const watches = [];
    for (const email of [newAddress(), newAddress()]) {
      logged({ email }, 'SUCCESS');
      watches.push(await write(startWatch, { email }, sam));
    }
    emulator.current.faults.add({ operation: log, status: 403, times: 1 });
    await sweep();
    expect(await news(sam)).toMatchObject({ open: 1, seen: [{ state: 'seen' }] });
    for (const { watchId } of watches) expect((await rowOf(watchId)).checkedAt).not.toBeNull();
    await sweep();
    expect(await news(sam)).toMatchObject({ open: 0 });
  });

  it('asks for no address when the copy is fresh, and sees what each watch waits for', async () => {
    const sam = await somebody();
    const { organizationId, connectionId } = await place();
    const email = newAddress();
    const byAddress = await write(startWatch, { email, ticket: 'T-9' }, sam);
    const byConnection = await write(startWatch, { organizationId, connectionId }, sam);
    const still = await write(startWatch, { email: newAddress() }, sam);
    await copy(1, [
      { email, outcome: 'failed' },
      { id: 'areq_copied', email },
      { connectionId, organizationId: 'org_other' },
      { id: 'areq_through', connectionId, organizationId },
      { email, at: new Date(Date.now() - 60 * minute).toISOString() },
    ]);
    await sweep();
    expect(emulator.current.journal.list(log)).toEqual([]);
    expect(await rowOf(byAddress.watchId)).toMatchObject({ seenRequestId: 'areq_copied', failures: 1 });
    expect(await rowOf(byConnection.watchId)).toMatchObject({ seenRequestId: 'areq_through' });
    expect(await rowOf(still.watchId)).toMatchObject({ state: 'open', checkedAt: expect.any(Date) });
  });

  it('asks Scalekit when the copy is stale, and keeps in mind what it could not read', async () => {
    const sam = await somebody();
    const at = await place();
    const { watchId } = await write(startWatch, at, sam);
    const checkedAt = new Date(Date.now() - 25 * minute);
    const createdAt = new Date(Date.now() - 50 * minute);
    await db().signInWatch.update({ where: { id: watchId }, data: { createdAt, checkedAt } });
    const id = logged(through(at.organizationId, at.connectionId), 'SUCCESS', Date.now() - 20 * minute);
    for (let index = 0; index < 601; index += 1) logged({}, 'FAILED', Date.now() - minute);
    await copy(30, []);
    await sweep(0);
    expect(await rowOf(watchId)).toMatchObject({ state: 'open', checkedAt });
    await db().syncCursor.deleteMany();
    await copy(0, [{ id, ...at, at: new Date(Date.now() - 20 * minute).toISOString() }]);
    await sweep(0);
    expect(await rowOf(watchId)).toMatchObject({ state: 'seen', seenRequestId: id });
  });

  it('ends at a limit, and nobody loses their turn', async () => {
    const sam = await somebody();
    const { watchId } = await write(startWatch, { email: newAddress() }, sam);
    emulator.current.faults.add({ operation: log, status: 429, retryAfterSeconds: 30 });
    await sweep();
    expect(await rowOf(watchId)).toMatchObject({ state: 'open', checkedAt: null });
  });
});

describe('startWatch', () => {
  it('wants something to watch, within its organization, and has a limit', async () => {
    const sam = testPrincipal();
    expect((await failureOf(write(startWatch, {}, sam))).fieldErrors?.email).toMatch(/Give an address/);
    expect((await failureOf(write(startWatch, { connectionId: 'conn_1' }, sam))).code).toBe('invalid');
    const data = { environment: 'production', createdById: sam.staffId, createdByEmail: sam.email };
    const endsAt = new Date(Date.now() + minute);
    await db().signInWatch.createMany({
      data: Array.from({ length: mostOpenWatches }, (_, index) => ({ ...data, endsAt, email: `${index}` })),
    });
    const error = await failureOf(write(startWatch, { email: 'x@heronsgate.example' }, sam));
    expect(error.code).toBe('conflict');
    await db().signInWatch.deleteMany({ where: { createdById: sam.staffId } });
  });

  it('keeps the address out of the staff log', async () => {
    const sam = testPrincipal();
    await write(startWatch, { email: 'quiet@heronsgate.example' }, sam);
    expect(JSON.stringify(await logOf(sam))).not.toContain('quiet@');
    await db().signInWatch.deleteMany({ where: { createdById: sam.staffId } });
  });

  it('passes on that there is no such connection, and refuses a viewer', async () => {
    const { organizationId } = await place();
    const input = { organizationId, connectionId: 'conn_1' };
    expect((await failureOf(write(startWatch, input))).code).toBe('not_found');
    expect((await failureOf(write(startWatch, input, testPrincipal({ role: 'viewer' })))).code).toBe(
      'forbidden',
    );
    const limited = testPrincipal({ customers: new Set([organizationId]) });
    expect((await failureOf(write(startWatch, { email: 'x@y.example' }, limited))).code).toBe('forbidden');
  });
});

describe('endWatch', () => {
  let watchId = '';
  const sam = testPrincipal();
  beforeAll(async () => {
    ({ watchId } = await write(startWatch, { email: 'own@heronsgate.example' }, sam));
  });

  it('ends one’s own alone, once', async () => {
    expect((await failureOf(write(endWatch, { watchId }))).code).toBe('not_found');
    const viewer = { ...sam, role: 'viewer' as const };
    expect((await failureOf(write(endWatch, { watchId }, viewer))).code).toBe('forbidden');
    await write(endWatch, { watchId }, sam);
    expect((await failureOf(write(endWatch, { watchId }, sam))).code).toBe('not_found');
    expect((await failureOf(write(endWatch, { watchId: 'x' }, sam))).code).toBe('invalid');
  });
});
