import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { sendTestMail } from './actions';
import { forgetBudgetHours } from './budget-hours';
import { getSystemState, listBudgetHours, listKept } from './queries';

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

  it('tells what each hour of a week took, and forgets older ones', async () => {
    const who = await admin();
    const at = (hoursAgo: number) => new Date(Math.floor(Date.now() / 3_600_000 - hoursAgo) * 3_600_000);
    const row = { environment: 'production', limits: 0 };
    await db().apiBudgetHour.deleteMany();
    await db().apiBudgetHour.createMany({
      data: [
        { ...row, hour: at(0), taken: 4, limits: 1 },
        { ...row, hour: at(167), taken: 9 },
        { ...row, hour: at(170), taken: 1000 },
        { ...row, environment: 'development', hour: at(1), taken: 7 },
      ],
    });
    const hours = await runQuery(listBudgetHours.definition, 'production', who, {});
    expect(hours).toHaveLength(168);
    expect(hours[0]).toMatchObject({ hour: at(167).toISOString(), taken: 9 });
    expect(hours.at(-1)).toMatchObject({ hour: at(0).toISOString(), taken: 4, limits: 1 });
    expect(hours.reduce((sum, { taken }) => sum + taken, 0)).toBe(13);
    await forgetBudgetHours.run({}, new AbortController().signal);
    expect(await db().apiBudgetHour.count()).toBe(3);
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
