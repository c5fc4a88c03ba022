import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { sendTestMail } from './actions';
import { getSystemState, listKept } from './queries';

withTestDatabase();
const emulator = withEmulator({ mail: true });

const admin = () => newStaff({ role: 'admin' });

describe('the state of the system', () => {
  it('names version, health and mail, and no secret', async () => {
    const state = await runQuery(getSystemState.definition, 'production', await admin(), {});
    expect(state).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      postgres: expect.stringMatching(/^\d+/),
      mailFrom: 'Keydesk <keydesk@desk.example>',
      worker: 'inside',
    });
    expect(state.health).toContainEqual({ name: 'Postgres', works: true });
    expect(state.health).toContainEqual({ name: 'Credentials of production', works: true });
    // Nothing listens there.
    expect(state.health).toContainEqual({ name: 'Credentials of development', works: false });
    expect(JSON.stringify(state)).not.toContain('smtp://');
  });

  it('counts what the store keeps, and since when', async () => {
    const who = await admin();
    const at = new Date('2026-01-02T03:04:05Z');
    const entry = { environment: 'production', kind: 'notice', actorEmail: '', actorRole: 'system' };
    await db().staffLog.create({ data: { ...entry, action: 'x', at } });
    const groups = await runQuery(listKept.definition, 'production', who, {});
    const log = groups.find(({ name }) => name === 'Staff log');
    expect(log).toMatchObject({ rows: 1, since: at.toISOString() });
    expect(log?.bytes).toBeGreaterThan(0);
    expect(groups.find(({ name }) => name === 'Bulk jobs')).toMatchObject({ rows: 0, since: null });
  });

  it('is for administrators', async () => {
    const lead = await newStaff({ role: 'lead' });
    expect((await failureOf(runQuery(getSystemState.definition, 'production', lead, {}))).code).toBe(
      'forbidden',
    );
    expect((await failureOf(runQuery(listKept.definition, 'production', lead, {}))).code).toBe('forbidden');
  });
});

describe('sendTestMail', () => {
  it('reaches the one who asked', async () => {
    const who = await admin();
    expect(await write(sendTestMail, {}, who)).toEqual({ to: who.email });
    expect(emulator.current.store.mails.all().map(({ to }) => to.join())).toContain(who.email);
    expect(await logOf(who)).toMatchObject([{ kind: 'intent' }, { kind: 'outcome', outcome: 'ok' }]);
  });

  it('is for administrators', async () => {
    const lead = await newStaff({ role: 'lead' });
    expect((await failureOf(write(sendTestMail, {}, lead))).code).toBe('forbidden');
  });

  it('says in words that the mail server refused', async () => {
    const who = await newStaff({ role: 'admin', email: 'no address' });
    const error = await failureOf(write(sendTestMail, {}, who));
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/mail server/) });
  });
});
