import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { activityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { exportPages } from './export-pages';
import { openExport } from './open-export';

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

  it('is in the staff log, with its filter and its end', async () => {
    const principal = testPrincipal({ role: 'lead' });
    await read('csv', { text: 'odd' }, principal);
    const rows = await db().staffLog.findMany({
      where: { actorId: principal.staffId },
      orderBy: { id: 'asc' },
    });
    expect(rows).toMatchObject([
      { kind: 'intent', action: 'activity.export', details: { format: 'csv', filter: { text: 'odd' } } },
      { kind: 'outcome', outcome: 'ok', details: { rows: 1 } },
    ]);
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
