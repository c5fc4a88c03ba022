import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthLogRow } from '@/emulator/auth-logs/rows';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { diagnoseLogin, getLastWorked } from './queries';

// What the doctor reads where Scalekit's newest lines are other people's: our copy of the login log.

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const minute = 60_000;
const log = 'authLogs.listAuthRequests';
const ago = (minutes: number) => Date.now() - minutes * minute;

// The first reading of a file compiles: on a busy machine that alone is longer than a call may take.
beforeAll(async () => {
  place = { organizationId: 'org_1', connectionId: 'conn_1' };
  await strip().catch(() => {});
});

let place: { organizationId: string; connectionId: string };
beforeEach(async () => {
  const { store, journal } = emulator.current;
  for (const { id } of [...store.authLogs.all()]) store.authLogs.delete(id);
  journal.clear();
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id, sync_cursor`;
  const word = randomUUID().slice(0, 8);
  place = { organizationId: `org_${word}`, connectionId: `conn_${word}` };
});

function live(minutes: number, status: AuthLogRow['status'], part: Partial<AuthLogRow> = {}) {
  const id = `areq_${randomUUID().replaceAll('-', '')}`;
  const through = { ...place, connectionType: 'SAML', connectionProvider: 'OKTA' };
  emulator.current.store.authLogs.put({
    ...{ id, createdAt: ago(minutes), status, connections: [through], workflow: 'sso' },
    ...{ organizationId: place.organizationId, email: 'jane@heronsgate.example' },
    ...{ clientId: 'skc_1', clientName: 'Web app', clientType: 'WEB_APP' },
    ...part,
  });
  return id;
}

/** More lines of others, now, than a page holds. */
function crowd() {
  for (const status of ['SUCCESS', 'FAILED'] as const)
    for (let index = 0; index < 101; index += 1)
      live(0, status, { organizationId: 'org_9', connections: [], email: `p${index}@other.example` });
}

function copy(minutes: number, outcome: 'ok' | 'failed' | 'pending'): ActivityRow {
  const id = `areq_${randomUUID().replaceAll('-', '')}`;
  const data = { connection_type: 'SAML', connection_provider: 'OKTA' };
  return {
    ...{ stream: 'login', environment: 'production', id, authRequestId: id, data, ...place },
    ...{ at: new Date(ago(minutes)).toISOString(), type: 'login.sso', source: 'login_log', outcome },
    ...{ email: 'jane@heronsgate.example' },
  };
}

async function copied(minutes: number, outcome: 'ok' | 'failed' | 'pending'): Promise<string> {
  const row = copy(minutes, outcome);
  await insertActivity([row]);
  return row.id;
}

/** The copy was read to the end so many minutes ago, and lines up to then were there. */
async function readTo(minutes: number, state = 'idle') {
  const at = new Date(ago(minutes));
  await db().syncCursor.create({
    data: {
      ...{ environment: 'production', stream: 'login', purpose: 'reconcile', state },
      ...{ lastOkAt: at, readUntil: at },
    },
  });
}

const strip = () => runQuery(getLastWorked.definition, 'production', testPrincipal(), place);
const ask = (text: string) => runQuery(diagnoseLogin.definition, 'production', testPrincipal(), { text });

describe('the last good sign-in of a connection', () => {
  it('is found in a fresh copy, however busy the others are, and what is newer in the log', async () => {
    const good = await copied(3_000, 'ok');
    const first = await copied(2_000, 'failed');
    await insertActivity(Array.from({ length: 120 }, (_, index) => copy(1_900 - index, 'failed')));
    live(2_900, 'SUCCESS', { connections: [], organizationId: 'org_9' });
    await readTo(0);
    crowd();
    const found = await strip();
    expect(found).toMatchObject({ lastGood: { id: good }, firstFailure: { id: first }, gaps: [] });
    expect(found.lastGood).toMatchObject({ connection: 'SAML · Okta', connectionIds: [place.connectionId] });
    expect(found.from).toMatch(/our copy of the login log, which was read just now.*goes back to/);
    const newer = live(-1, 'SUCCESS');
    expect(await strip()).toMatchObject({ lastGood: { id: newer }, firstFailure: null });
  });

  it('is not taken from a stale copy that Scalekit’s lines do not reach', async () => {
    await copied(3_000, 'ok');
    await readTo(600, 'refused');
    crowd();
    const found = await strip();
    expect(found).toMatchObject({ lastGood: null, firstFailure: null });
    expect(found.gaps.join(' ')).toMatch(/Our copy of the login log ends .*What lies between was not read/);
  });

  it('is taken from a stale copy where the two meet, and a line’s newest state counts', async () => {
    const good = await copied(3_000, 'pending');
    const { store } = emulator.current;
    live(3_000, 'SUCCESS');
    const [row] = store.authLogs.all();
    if (row) store.authLogs.put({ ...row, id: good });
    const older = await copied(5_000, 'ok');
    await readTo(600);
    expect(await strip()).toMatchObject({ lastGood: { id: good }, gaps: [] });
    const answer = await ask('jane@heronsgate.example');
    expect(answer.attempts.map(({ id }) => id)).toContain(older);
    expect(answer.logFrom).toMatch(/read 10 hours ago/);
  });

  it('is read from Scalekit alone where nothing was ever copied', async () => {
    const good = live(500, 'SUCCESS');
    expect(await strip()).toMatchObject({ lastGood: { id: good }, from: expect.stringContaining('no copy') });
  });

  it('is told from a fresh copy while Scalekit does not answer, with the gap; else the failure is', async () => {
    const good = await copied(300, 'ok');
    await readTo(1);
    emulator.current.faults.add({ operation: log, status: 403 });
    const found = await strip();
    expect(found).toMatchObject({ lastGood: { id: good }, from: expect.stringContaining('our copy alone') });
    expect(found.gaps[0]).toMatch(/could not be read: .*request .*is missing/);
    await db().syncCursor.updateMany({ data: { lastOkAt: new Date(ago(30)) } });
    const error = await failureOf(strip());
    expect(error.code).toBe('forbidden');
  });
});

describe('an auth request', () => {
  it('is found in the copy, older than any page, without asking the log', async () => {
    const id = await copied(9_000, 'failed');
    await readTo(1);
    crowd();
    const answer = await ask(id);
    expect(answer.attempts.map((one) => one.id)).toEqual([id]);
    expect(emulator.current.journal.list(log)).toEqual([]);
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    const theirs = await runQuery(diagnoseLogin.definition, 'production', limited, { text: id });
    expect(theirs.attempts).toEqual([]);
  });

  it('that is not ended in the copy is asked for', async () => {
    const id = await copied(10, 'pending');
    live(10, 'FAILED', { id });
    expect((await ask(id)).attempts).toMatchObject([{ id, status: 'failed' }]);
  });

  it('is diagnosed where the events API is refused', async () => {
    const id = await copied(9_000, 'failed');
    await readTo(1);
    emulator.current.faults.add({ operation: 'events.listEventsPaginated', status: 403 });
    const answer = await ask(`${id} jane@heronsgate.example`);
    expect(answer.subject.requestId).toBe(id);
    expect(answer.gaps.join(' ')).toMatch(/What interceptors decided could not be read/);
  });
});

describe('changes', () => {
  const change = (part: Partial<ActivityRow> = {}): ActivityRow => ({
    ...{ stream: 'change', environment: 'production', id: `chg_${randomUUID()}`, source: 'snapshot' },
    ...{ at: new Date(ago(50)).toISOString(), since: new Date(ago(90)).toISOString() },
    ...{ type: 'connection.changed', organizationId: place.organizationId, targetType: 'connection' },
    ...{ targetId: place.connectionId, data: { name: 'Okta', fields: [{ path: 'enabled' }], intents: [] } },
    ...part,
  });

  it('are differences between snapshots too, but for those that an act explains', async () => {
    live(100, 'SUCCESS');
    live(20, 'FAILED');
    await insertActivity([
      change(),
      change({ type: 'api_key.changed', targetType: 'api_key' }),
      change({ data: { name: 'Okta', fields: [], intents: ['7'] } }),
    ]);
    expect((await strip()).changes).toMatchObject([
      { action: 'connection.changed', who: 'somebody outside Keydesk', fields: ['enabled'] },
    ]);
    const viewer = testPrincipal({ role: 'viewer' });
    const seen = await runQuery(getLastWorked.definition, 'production', viewer, place);
    expect(seen.changes?.map(({ who }) => who).sort()).toEqual(['our staff', 'somebody outside Keydesk']);
    expect(seen.gaps).toContain('Changes by staff are not shown to your role.');
  });

  it('are cut at fifty, and that is said', async () => {
    live(100, 'SUCCESS');
    await insertActivity(Array.from({ length: 51 }, () => change()));
    expect((await strip()).gaps.join(' ')).toMatch(/Only the newest 50/);
  });
});
