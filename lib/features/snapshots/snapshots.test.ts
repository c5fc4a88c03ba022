import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import type { Fields } from '@/lib/audit/snapshots/observation';
import { recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { walkNow } from './actions';
import { getWalkState, listChanges } from './queries';

const enqueue = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/jobs/queue', () => ({ enqueue }));

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const part = 'connection';
const id = 'conn_1';
const newId = () => `org_${randomUUID().replaceAll('-', '').slice(0, 12)}`;

const read = (organizationId: string, reader = testPrincipal()) =>
  runQuery(listChanges.definition, environment, reader, { organizationId, about: { part, id } });

const see = (organizationId: string, fields: Fields, at: number) =>
  keepObservation(
    environment,
    { organizationId, part, objects: [{ id, name: 'OKTA SAML', fields }], complete: false },
    new Date(at),
  );

async function act(organizationId: string, principal: Principal) {
  const about = { environment, principal, organizationId, target: { type: part, id }, details: {} };
  const intent = await recordIntent({ ...about, action: 'connection.disable', submissionId: randomUUID() });
  await recordOutcome(intent, { outcome: 'ok' });
  return intent;
}

describe('listChanges', () => {
  it('tells a change from outside with its interval and what was before, and calls nothing', async () => {
    const organizationId = newId();
    const start = Date.now() - 3_600_000;
    await see(organizationId, { enabled: true }, start);
    await see(organizationId, { enabled: false }, start + 60_000);
    emulator.current.journal.clear();
    const { name, seen, entries } = await read(organizationId);
    expect(emulator.current.journal.list()).toEqual([]);
    expect(name).toBe('OKTA SAML');
    expect(seen).toMatchObject({ first: new Date(start).toISOString(), isGone: false });
    expect(entries).toMatchObject([
      {
        ...{ kind: 'change', verb: 'changed', actor: { kind: 'outside' } },
        since: new Date(start).toISOString(),
        at: new Date(start + 60_000).toISOString(),
        fields: [{ path: 'enabled', before: true, after: false }],
      },
    ]);
  });

  it('tells an act of ours and its difference once; an act without one by itself', async () => {
    const organizationId = newId();
    const sam = testPrincipal({ email: `sam-${randomUUID()}@keydesk.test` });
    await see(organizationId, { enabled: true }, Date.now() - 60_000);
    await act(organizationId, sam);
    expect((await read(organizationId)).entries).toMatchObject([
      { kind: 'act', action: 'connection.disable' },
    ]);
    await see(organizationId, { enabled: false }, Date.now());
    expect((await read(organizationId)).entries).toMatchObject([
      { kind: 'change', actor: { kind: 'person', email: sam.email } },
    ]);
    // Who of the staff it was stands in the staff log, which a viewer may not read.
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await read(organizationId, viewer)).entries).toMatchObject([{ actor: { kind: 'staff' } }]);
  });

  it('does not take an act on another connection for the cause', async () => {
    const organizationId = newId();
    await see(organizationId, { enabled: true }, Date.now() - 60_000);
    const principal = testPrincipal();
    const about = {
      environment,
      principal,
      organizationId,
      details: {},
      action: 'connection.disable',
    } as const;
    const target = { type: part, id: 'conn_2' };
    await recordOutcome(await recordIntent({ ...about, target, submissionId: randomUUID() }), {
      outcome: 'ok',
    });
    const failed = await recordIntent({ ...about, target: { type: part, id }, submissionId: randomUUID() });
    await recordOutcome(failed, { outcome: 'failed' });
    await see(organizationId, { enabled: false }, Date.now());
    expect((await read(organizationId)).entries).toMatchObject([{ actor: { kind: 'outside' } }]);
  });

  it('asks the staff log once, however much has changed', async () => {
    const organizationId = newId();
    const sam = testPrincipal({ email: `sam-${randomUUID()}@keydesk.test` });
    const seeAll = (enabled: boolean, at: number) => {
      const objects = Array.from({ length: 30 }, (_, n) => ({
        ...{ id: n ? `conn_x${n}` : id, name: 'SAML', fields: { enabled } },
      }));
      return keepObservation(environment, { organizationId, part, objects, complete: true }, new Date(at));
    };
    await seeAll(true, Date.now() - 60_000);
    await act(organizationId, sam);
    const query = vi.spyOn(pg.Client.prototype, 'query');
    try {
      expect(await seeAll(false, Date.now())).toBe(30);
      const texts = query.mock.calls.map(([given]) => (given as unknown as { text?: string }).text ?? '');
      expect(texts.filter((text) => text.includes('staff_log'))).toHaveLength(1);
    } finally {
      query.mockRestore();
    }
    const rows = await db().$queryRaw<{ targetId: string; actor: string | null }[]>`
      SELECT target_id AS "targetId", actor FROM activity.entry
      WHERE organization_id = ${organizationId} AND stream = 'change'`;
    expect(rows).toHaveLength(30);
    expect(rows.filter(({ actor }) => actor !== null)).toEqual([{ targetId: id, actor: sam.email }]);
  });

  it('goes on after a clock of ours that was ahead and came back', async () => {
    const organizationId = newId();
    const now = Date.now();
    await see(organizationId, { enabled: true }, now + 30 * 86_400_000);
    await see(organizationId, { enabled: false }, now);
    await see(organizationId, { enabled: true }, now + 1_000);
    const { entries, seen } = await read(organizationId);
    expect(entries).toMatchObject([{ verb: 'changed' }, { verb: 'changed' }]);
    for (const { since, at } of entries) expect(Date.parse(since ?? '')).toBeLessThanOrEqual(Date.parse(at));
    expect(seen?.last).toBe(new Date(now + 1_000).toISOString());
  });

  it('says that nothing is known of what was never seen', async () => {
    expect(await read(newId())).toEqual({ name: null, seen: null, entries: [], more: false });
  });

  it('is hidden from who is limited to other customers', async () => {
    const limited = testPrincipal({ customers: new Set([newId()]) });
    expect((await failureOf(read(newId(), limited))).code).toBe('not_found');
  });

  it('has the same id for the same pair of versions', async () => {
    const organizationId = newId();
    await see(organizationId, { enabled: true }, Date.now() - 60_000);
    await see(organizationId, { enabled: false }, Date.now());
    // As if the versions had not been committed: the change was written before them.
    const [, second] = await db().organizationSnapshot.findMany({
      where: { organizationId },
      orderBy: { takenAt: 'asc' },
    });
    await db().organizationSnapshot.delete({ where: { id: second?.id } });
    await db().organizationSnapshot.updateMany({ where: { organizationId }, data: { endedAt: null } });
    await see(organizationId, { enabled: false }, Date.now());
    expect((await read(organizationId)).entries).toHaveLength(1);
  });
});

it('lets only who may administrate see the walk', async () => {
  const admin = testPrincipal({ role: 'admin' });
  expect(await runQuery(getWalkState.definition, environment, admin, {})).toMatchObject({ startedAt: null });
  expect((await failureOf(runQuery(getWalkState.definition, environment, testPrincipal(), {}))).code).toBe(
    'forbidden',
  );
});

it('begins a walk for an admin, and for nobody else', async () => {
  const support = testPrincipal();
  expect((await failureOf(write(walkNow, {}, support))).code).toBe('forbidden');
  expect(await logOf(support)).toMatchObject([{ kind: 'denied', action: 'snapshot.walk' }]);
  const limited = testPrincipal({ role: 'admin', customers: new Set() });
  expect((await failureOf(write(walkNow, {}, limited))).code).toBe('forbidden');
  expect(enqueue).not.toHaveBeenCalled();
  const admin = testPrincipal({ role: 'admin' });
  await write(walkNow, {}, admin);
  expect(await logOf(admin)).toMatchObject([{ kind: 'intent' }, { kind: 'outcome', outcome: 'ok' }]);
  expect(enqueue).toHaveBeenCalledTimes(1);
  expect(await runQuery(getWalkState.definition, environment, admin, {})).toMatchObject({ isAsked: true });
});
