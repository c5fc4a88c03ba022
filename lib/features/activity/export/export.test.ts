import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { activityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { logOf } from '@/tests/setup/write';
import { countRows } from './count-rows';
import { exportPages } from './export-pages';
import { openExport } from './open-export';

vi.mock('./count-rows', async (load) => {
  const { countRows } = await load<typeof import('./count-rows')>();
  return { countRows: vi.fn(countRows) };
});

withTestDatabase();

const row = (n: number, part: Partial<ActivityRow> = {}): ActivityRow => ({
  stream: 'event',
  environment: 'production',
  id: `evt_${n}`,
  at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  type: 'user.signup',
  source: 'scalekit',
  organizationId: n % 2 ? 'org_1' : 'org_2',
  userId: `usr_${n}`,
  data: { n },
  ...part,
});

const many = 6_003;

beforeAll(async () => {
  await insertActivity(Array.from({ length: many }, (_, n) => row(n)));
  await insertActivity([
    row(7_000, {
      targetId: '=HYPERLINK("x")',
      actor: '+1',
      email: '@a',
      words: 'odd',
      data: { text: 'a,"b"\nc' },
    }),
    row(7_001, { stream: 'login', id: 'areq_1', type: 'login.sso', source: 'login_log', outcome: 'failed' }),
    row(7_002, { stream: 'login', id: 'areq_2', type: 'login.sso', source: 'login_log', outcome: 'ok' }),
  ]);
});

const input = { environment: 'production', ...activityFilter.parse({}) };

async function read(format: 'csv' | 'jsonl' | 'ocsf', part: object = {}, principal = testPrincipal()) {
  const given = { ...input, ...part, format };
  const opened = await runQuery(openExport.definition, 'production', principal, given);
  return { ...opened, text: await new Response(opened.body).text() };
}

const lead = () => testPrincipal({ role: 'lead' });

describe('countRows', () => {
  const selection = { environment: 'production', customers: 'all' as const, mayReadStaff: false };

  it('gives up after a while', async () => {
    const counted = await db().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE activity.event IN ACCESS EXCLUSIVE MODE`;
      return countRows({ ...selection, filter: activityFilter.parse({}) }, 30);
    });
    expect(counted).toBeNull();
    expect(await countRows({ ...selection, filter: activityFilter.parse({ text: 'odd' }) })).toBe(1);
  });
});

describe('an export', () => {
  it('has every row once, newest first, over many pages', async () => {
    const { text, total } = await read('jsonl', { type: 'user.signup' }, lead());
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(total).toBe(many + 1);
    expect(lines).toHaveLength(many + 1);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(many + 1);
    expect(lines.map(({ at }) => at)).toEqual(
      lines
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(lines.at(-1)).toMatchObject({ at: '2026-01-01T00:00:00.000000Z', id: 'evt_0', data: { n: 0 } });
  });

  it('makes CSV that a spreadsheet does not run, and that reads back as it was', async () => {
    const { text } = await read('csv', { text: 'odd' }, lead());
    const [only, ...others] = parse(text, { columns: true }) as Record<string, string>[];
    expect(others).toEqual([]);
    expect(only).toMatchObject({ target_id: '\'=HYPERLINK("x")', actor: "'+1", email: "'@a", outcome: '' });
    expect(JSON.parse(only?.data ?? '')).toEqual({ text: 'a,"b"\nc' });
  });

  it('speaks OCSF: class, category and type agree', async () => {
    const { text } = await read(
      'ocsf',
      { since: new Date(Date.UTC(2026, 0, 1) + 7_000_000).toISOString() },
      lead(),
    );
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const event of events) {
      expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
      expect(event).toMatchObject({ category_uid: 3, severity_id: 1, metadata: { version: '1.3.0' } });
      expect(Number.isInteger(event.time)).toBe(true);
    }
    const cached = events.filter(({ metadata }) => metadata.log_name !== 'staff');
    expect(cached.map(({ class_uid, status_id }) => [class_uid, status_id])).toEqual([
      [3002, 1],
      [3002, 2],
      [3001, 0],
    ]);
  });

  it('is in the staff log, with what it filters by, never with what somebody typed, and with its end', async () => {
    const principal = lead();
    const ids = { organization: 'org_1', user: 'jane@acme.test', target: 'Jane Doe', connection: 'conn_7' };
    const given = { ...ids, text: 'odd jane', actor: 'lea@keydesk.test', since: '2026-01-01', outcome: 'ok' };
    await read('csv', given, principal);
    expect(await logOf(principal)).toMatchObject([
      {
        ...{ kind: 'intent', action: 'activity.export', organizationId: 'org_1' },
        details: {
          format: 'csv',
          filtersBy: [
            ...['since', 'actor', 'target', 'organization', 'user', 'connection', 'outcome', 'text'],
          ],
          values: { since: '2026-01-01', outcome: 'ok' },
          ids: { organization: 'org_1', connection: 'conn_7' },
        },
      },
      { kind: 'outcome', outcome: 'ok', details: { rows: 0 } },
    ]);
    expect(JSON.stringify(await logOf(principal))).not.toMatch(/jane|lea@/i);
    const other = lead();
    await read('csv', { organization: 'jane@acme.test', user: 'usr_4' }, other);
    const [intent] = await logOf(other);
    expect(intent).toMatchObject({ organizationId: null, details: { ids: { user: 'usr_4' } } });
  });

  it('that cannot begin has an end in the log too, and leaves its place', async () => {
    const principal = lead();
    for (let round = 0; round < 4; round += 1) {
      vi.mocked(countRows).mockRejectedValueOnce(new Error('Postgres is away'));
      await expect(read('csv', {}, principal)).rejects.toThrow('Postgres is away');
    }
    const log = await logOf(principal);
    expect(log.map(({ kind, outcome, errorCode }) => [kind, outcome, errorCode])).toEqual(
      Array.from({ length: 4 }, () => [
        ['intent', null, null],
        ['outcome', 'failed', 'internal'],
      ]).flat(),
    );
    expect((await read('csv', { text: 'odd' }, principal)).total).toBe(1);
  });

  it('names no staff to who may not read the staff log', async () => {
    await insertActivity([
      row(7_003, {
        ...{ environment: 'development', stream: 'change', id: 'chg_1', type: 'connection.changed' },
        ...{ actor: 'lea@keydesk.test', targetId: 'conn_9', data: { name: 'Okta', intents: ['17'] } },
      }),
    ]);
    const filter = activityFilter.parse({ target: 'conn_9' });
    for (const format of ['csv', 'jsonl', 'ocsf'] as const) {
      const texts = await Promise.all(
        [true, false].map(async (mayReadStaff) => {
          const selection = { environment: 'development', customers: 'all' as const, mayReadStaff, filter };
          let all = '';
          for await (const { text } of exportPages(selection, format)) all += text;
          return all;
        }),
      );
      expect(texts[0]).toContain('lea@keydesk.test');
      expect(texts[1]).toContain('our staff');
      expect(texts[1]).not.toMatch(/lea@|intents/);
    }
  });

  it('gives a limited person the rows of their customers, and refuses support', async () => {
    const limited = testPrincipal({ role: 'lead', customers: new Set(['org_2']) });
    const { text } = await read('jsonl', { type: 'user.signup' }, limited);
    const owners = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).organization_id);
    expect(new Set(owners)).toEqual(new Set(['org_2']));
    await expect(read('csv', { organization: 'org_1' }, limited)).rejects.toThrow('no such organization');
    await expect(read('csv', {}, testPrincipal({ role: 'support' }))).rejects.toThrow('activity.export');
  });

  it('goes on when a month is dropped in the middle of it, and leaves no transaction open', async () => {
    await insertActivity([row(1, { id: 'evt_old', at: '2025-03-01T00:00:00Z' })]);
    const selection = { environment: 'production', customers: 'all' as const, mayReadStaff: false };
    const pages = exportPages({ ...selection, filter: activityFilter.parse({}) }, 'jsonl');
    const first = await pages.next();
    await db().$executeRaw`DROP TABLE activity.event_2025_03`;
    let rows = first.value?.rows ?? 0;
    for await (const page of pages) rows += page.rows;
    expect(rows).toBe(many + 3);
  });
});
