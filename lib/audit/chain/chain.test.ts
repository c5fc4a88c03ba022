import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { noteClock } from '@/lib/scalekit/clock';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { recordIntent, recordNotice, recordOutcome } from '../staff-log';
import { chainHandlers } from './handlers';
import { findHead, readHeads } from './heads';
import { pruneStaffLog } from './prune';
import { verifySlice } from './verify';

withTestDatabase();

let environment: string;
// Environments of settings only are pruned, so the pruning tests use a configured one.
beforeEach(() => {
  environment = `e${randomUUID()}`;
});

async function act(where = environment): Promise<bigint> {
  const target = { type: 'note', id: 'n "1" é' };
  const principal = testPrincipal();
  const submissionId = randomUUID();
  const details = { when: new Date(0), gone: undefined, n: 1.5, deep: { list: [1, 'two'] } };
  const intent = {
    environment: where,
    principal,
    action: 'note.create' as const,
    target,
    details,
    submissionId,
  };
  const id = await recordIntent(intent);
  await recordOutcome(id, { outcome: 'ok' });
  return id;
}

/** What somebody with the database's password could do. */
async function behindKeydesk(statement: string): Promise<void> {
  const [table] = /staff_log\w*/.exec(statement) ?? [];
  await db().$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  await db().$executeRawUnsafe(statement);
  await db().$executeRawUnsafe(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_append_only`);
}

const faultOf = async (where = environment) => (await verifySlice(where, null)).fault;

describe('the hash chain of the staff log', () => {
  it('seals every row, many writers at once included, and verifies', async () => {
    await Promise.all(Array.from({ length: 12 }, () => act()));
    const slice = await verifySlice(environment, null);
    expect(slice).toEqual({ last: '24', checked: 25, done: true, fault: null });
  });

  it('says of an untouched environment that nothing is wrong', async () => {
    expect(await verifySlice(environment, null)).toEqual({ last: null, checked: 0, done: true, fault: null });
  });

  it('finds a row that was changed, in any of its columns', async () => {
    const id = await act();
    await behindKeydesk(`UPDATE staff_log SET actor_email = 'other@example.com' WHERE id = ${id}`);
    expect(await faultOf()).toEqual({ kind: 'altered', seq: '1', logId: String(id) });
  });

  it('finds a microsecond', async () => {
    const id = await act();
    await behindKeydesk(`UPDATE staff_log SET at = at + interval '1 microsecond' WHERE id = ${id}`);
    expect(await faultOf()).toMatchObject({ kind: 'altered' });
  });

  it('finds a row that is gone, with its seal or without', async () => {
    const id = await act();
    await act();
    await behindKeydesk(`DELETE FROM staff_log WHERE id = ${id}`);
    expect(await faultOf()).toEqual({ kind: 'removed', seq: '1', logId: String(id) });
    await behindKeydesk(`DELETE FROM staff_log_seal WHERE log_id = ${id}`);
    expect(await faultOf()).toEqual({ kind: 'removed', seq: '1', logId: null });
  });

  it('finds a row that nobody sealed, between others and at the end', async () => {
    await act();
    const insert = `INSERT INTO staff_log (environment, kind, actor_email, actor_role, action)
      VALUES ('${environment}', 'notice', 'x', 'admin', 'x') RETURNING id`;
    await behindKeydesk(insert);
    expect(await faultOf()).toMatchObject({ kind: 'inserted' });
    await act();
    expect(await faultOf()).toMatchObject({ kind: 'inserted' });
  });

  it('keeps what was there before the chain began, as it was', async () => {
    await db().staffLog.create({
      data: { environment, kind: 'notice', actorEmail: 'a', actorRole: 'admin', action: 'old' },
    });
    await act();
    expect(await faultOf()).toBeNull();
    await behindKeydesk(
      `UPDATE staff_log SET action = 'new' WHERE environment = '${environment}' AND action = 'old'`,
    );
    expect(await faultOf()).toMatchObject({ kind: 'start' });
  });

  it('shows by a kept head that the end was cut off', async () => {
    await act();
    const head = (await readHeads()).find((one) => one.environment === environment);
    if (!head) throw new Error('There is no head');
    expect(await findHead(head)).toBe('there');
    await behindKeydesk(`DELETE FROM staff_log_seal WHERE environment = '${environment}' AND seq > 0`);
    await behindKeydesk(`DELETE FROM staff_log WHERE environment = '${environment}'`);
    expect(await faultOf()).toBeNull();
    expect(await findHead(head)).toBe('missing');
    await act();
    expect(await findHead(head)).toBe('other');
  });

  it('refuses to change or remove seals and checkpoints', async () => {
    await act();
    await expect(db().$executeRaw`UPDATE staff_log_seal SET mac = 'x'`).rejects.toThrow('append-only');
    await expect(db().$executeRaw`DELETE FROM staff_log_seal`).rejects.toThrow('append-only');
    await expect(db().$executeRaw`DELETE FROM staff_log_checkpoint`).rejects.toThrow('append-only');
  });
});

it('writes the heads of all chains into the log each night', async () => {
  await act();
  const info = vi.spyOn(logger, 'info');
  try {
    await chainHandlers[0]?.run({}, new AbortController().signal);
    expect(info.mock.calls).toEqual((await readHeads()).map((head) => [head, 'Head of the staff log chain']));
    expect(info.mock.calls.flat()).toContainEqual(expect.objectContaining({ environment, seq: '2' }));
  } finally {
    info.mockRestore();
  }
});

describe('keys', () => {
  afterEach(() => {
    env().STAFF_LOG_KEY = [];
  });

  it('go on with the old one behind the new one, and name the one that is missing', async () => {
    await act();
    const [first, second] = ['f'.repeat(40), 's'.repeat(40)];
    env().STAFF_LOG_KEY = [first];
    expect(await faultOf()).toMatchObject({ kind: 'unknown-key' });
    environment = `e${randomUUID()}`;
    await act();
    env().STAFF_LOG_KEY = [second, first];
    await act();
    expect(await faultOf()).toBeNull();
    env().STAFF_LOG_KEY = [second];
    expect(await faultOf()).toMatchObject({ kind: 'unknown-key', seq: '0' });
  });
});

describe('pruning', () => {
  afterEach(() => {
    env().STAFF_LOG_DAYS = 0;
  });

  it('removes what is old, leaves a signed checkpoint, and the chain goes on', async () => {
    await recordNotice({ environment: 'production', actor: 'system', action: 'a.b', target: { type: 'x' } });
    await recordNotice({ environment: 'production', actor: 'system', action: 'a.c', target: { type: 'x' } });
    env().STAFF_LOG_DAYS = 30;
    expect(await pruneStaffLog()).toBe(0);
    const later = Date.now() + 31 * 24 * 60 * 60_000;
    vi.useFakeTimers({ toFake: ['Date'], now: later });
    expect(await pruneStaffLog(), 'our clock alone is no reason').toBe(0);
    noteClock('production', new Headers({ date: new Date(later).toUTCString() }), 0);
    expect(await pruneStaffLog()).toBe(2);
    vi.useRealTimers();
    expect(await faultOf('production')).toBeNull();
    await recordNotice({ environment: 'production', actor: 'system', action: 'a.d', target: { type: 'x' } });
    expect(await verifySlice('production', null)).toMatchObject({ fault: null, checked: 1, last: '3' });
    await behindKeydesk(`UPDATE staff_log_checkpoint SET removed = 1`);
    expect(await faultOf('production')).toMatchObject({ kind: 'checkpoint' });
  });
});
