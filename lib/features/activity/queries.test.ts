import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { activityRows, eventRow, noon } from '@/tests/setup/activity-rows.data';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { errorOf } from '@/tests/setup/stub-client';
import { getActivity, getActivityVolume, listActivity } from './queries';

withTestDatabase();

const lead = testPrincipal({ role: 'lead', email: 'lea@keydesk.test' });
const viewer = testPrincipal({ role: 'viewer' });
const limited = testPrincipal({ customers: new Set(['org_2']) });

const list = (filter: object = {}, principal = lead) =>
  runQuery(listActivity.definition, 'production', principal, filter);
const idsOf = async (filter: object = {}, principal = lead) =>
  (await list(filter, principal)).rows.map(({ stream, entryId }) => `${stream} ${entryId}`);

/** Older than what the other tests look at. */
const ownChange: ActivityRow = {
  ...{ stream: 'change', environment: 'production', id: 'chg_own', at: '2025-05-01T00:00:00Z' },
  ...{ type: 'connection.changed', source: 'snapshot', targetType: 'connection', targetId: 'conn_7' },
  ...{ actor: 'lea@keydesk.test', data: { name: 'Okta', intents: ['17'] } },
};

let act = '';

beforeAll(async () => {
  await insertActivity(activityRows);
  await insertActivity([{ ...eventRow, id: 'other', at: noon, environment: 'development' }]);
  const common = {
    environment: 'production',
    actorEmail: lead.email,
    actorRole: 'lead',
    action: 'connection.disable',
  };
  const { id: intent } = await db().staffLog.create({
    data: {
      ...common,
      kind: 'intent',
      at: noon,
      organizationId: 'org_1',
      targetType: 'connection',
      targetId: 'conn_1',
    },
  });
  await db().staffLog.create({
    data: { ...common, kind: 'outcome', intentId: intent, at: noon, outcome: 'ok' },
  });
  act = `staff ${intent}`;
});

const inOrder = () => [
  'event evt_5',
  'login same',
  'event same',
  'change chg_1',
  act,
  'event evt_1',
  'event evt_0',
];

describe('listActivity', () => {
  it('merges all streams by time, id and stream', async () => {
    expect(await idsOf()).toEqual(inOrder());
  });

  it.each([1, 2, 3])('pages both ways by %i across equal times', async (size) => {
    const forward: string[] = [];
    let [pageToken, last] = ['', ''];
    for (let token: string | null = ''; token !== null; ) {
      const page = await list({ size, pageToken: token });
      forward.push(...page.rows.map(({ stream, entryId }) => `${stream} ${entryId}`));
      last = token;
      token = page.nextToken;
    }
    expect(forward).toEqual(inOrder());
    const back: string[] = [];
    pageToken = (await list({ size, pageToken: last })).previousToken ?? '';
    while (pageToken) {
      const page = await list({ size, pageToken });
      back.unshift(...page.rows.map(({ stream, entryId }) => `${stream} ${entryId}`));
      pageToken = page.previousToken ?? '';
    }
    const lastPage = forward.length % size || size;
    expect(back).toEqual(forward.slice(0, -lastPage));
  });

  it.each<[Partial<ActivityFilter>, string[]]>([
    [{ type: 'organization.updated' }, ['event same', 'event evt_1']],
    [{ type: 'user.login,role.created' }, ['event evt_5', 'event evt_0']],
    [{ organization: 'org_2' }, ['change chg_1']],
    [{ user: 'usr_1' }, ['event evt_5']],
    [{ user: 'Jane@acme.test' }, ['event evt_5', 'login same']],
    [{ connection: 'conn_1' }, ['login same', 'ACT']],
    [{ target: 'org_1' }, ['event same', 'event evt_1']],
    [{ source: 'snapshot' }, ['change chg_1']],
    [{ source: 'staff' }, ['ACT']],
    [{ actor: 'lea@keydesk.test', until: '2026-11-22' }, ['ACT']],
    [{ outcome: 'failed', until: '2026-11-22' }, ['login same']],
    [{ since: '2026-08-15', until: '2026-10-01' }, ['event evt_1']],
    [{ text: 'Jane', until: '2026-11-22' }, ['event evt_5']],
    [{ text: 'disable', until: '2026-11-22' }, ['ACT']],
    [{ type: 'user.login', source: 'login_log' }, []],
  ])('filters by %o', async (filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected.map((id) => (id === 'ACT' ? act : id)));
  });

  it('looks back a month at a time where no index leads, and says so', async () => {
    const first = await list({ text: 'auditor', until: '2026-09-20T00:00:00Z' });
    expect(first).toMatchObject({ rows: [], searchedTo: '2026-08-20T00:00:00.000Z' });
    const second = await list({ text: 'auditor', until: '2026-09-20T00:00:00Z', pageToken: first.nextToken });
    expect(second.rows.map(({ entryId }) => entryId)).toEqual(['evt_0']);
    expect(second).toMatchObject({ searchedTo: null, nextToken: null });
  });

  it.each([{ text: 'auditor' }, { outcome: 'ok' }, { actor: 'lea@keydesk.test' }])(
    'takes a type beside %o for no index: most rows may be of it',
    async (narrow) => {
      const page = await list({ type: 'role.created', ...narrow, until: '2026-09-20' });
      expect(page).toMatchObject({ rows: [], searchedTo: '2026-08-20T00:00:00.000Z' });
      expect((await list({ type: 'role.created', until: '2026-09-20' })).searchedTo).toBeNull();
    },
  );

  it('shows limited people their customers alone, and nothing of the whole environment', async () => {
    expect(await idsOf({}, limited)).toEqual(['change chg_1']);
    expect(await idsOf({ text: '', type: 'role.created' }, limited)).toEqual([]);
    expect((await errorOf(list({ organization: 'org_1' }, limited))).code).toBe('not_found');
    const many = testPrincipal({
      customers: new Set(['org_2', ...Array.from({ length: 30 }, (_, n) => `org_x${n}`)]),
    });
    expect(await idsOf({}, many)).toEqual(['change chg_1']);
    expect(await idsOf({}, testPrincipal({ customers: new Set() }))).toEqual([]);
  });

  it('keeps the staff log from who may not read it', async () => {
    expect(await idsOf({}, viewer)).toEqual(inOrder().filter((id) => id !== act));
    expect(await idsOf({ source: 'staff' }, viewer)).toEqual([]);
  });

  it('says who of our staff it was to those alone who read the staff log', async () => {
    await insertActivity([ownChange]);
    const about = { target: 'conn_7' };
    const [known, told] = await Promise.all([list(about), list(about, viewer)]);
    expect(known.rows).toMatchObject([
      { actor: 'lea@keydesk.test', data: { name: 'Okta', intents: ['17'] } },
    ]);
    expect(told.rows).toMatchObject([{ actor: 'our staff' }]);
    expect(told.rows[0]?.data).toEqual({ name: 'Okta' });
    expect((await list({ ...about, actor: 'our staff' }, viewer)).rows).toHaveLength(1);
    expect((await list({ target: 'org_1', actor: 'our staff' }, viewer)).rows).toHaveLength(0);
    const asked = { ...about, actor: 'lea@keydesk.test' };
    expect((await list(asked)).rows).toHaveLength(1);
    const refused = [
      list(asked, viewer),
      runQuery(getActivityVolume.definition, 'production', viewer, asked),
    ];
    for (const call of refused) expect((await errorOf(call)).code).toBe('forbidden');
    const entry = (principal: typeof lead) =>
      runQuery(getActivity.definition, 'production', principal, { stream: 'change', id: ownChange.id });
    expect((await entry(lead)).line).toMatchObject({ actor: 'lea@keydesk.test', data: { intents: ['17'] } });
    expect(JSON.stringify(await entry(viewer))).not.toMatch(/lea@|intents/);
  });

  it('refuses a cursor that is none', async () => {
    expect((await errorOf(list({ pageToken: 'older:evt_1' }))).code).toBe('invalid');
  });
});

describe('getActivity', () => {
  const get = (stream: string, id: string, principal = lead) =>
    runQuery(getActivity.definition, 'production', principal, { stream, id });

  it('comes with the rows of the same target before and after', async () => {
    expect(await get('event', 'same')).toMatchObject({
      line: { data: { display_name: 'Acme two' } },
      previous: { entryId: 'evt_1' },
      next: null,
      before: { entryId: 'evt_1', data: { display_name: 'Acme' } },
    });
    expect(await get('event', 'evt_1')).toMatchObject({ previous: null, next: { entryId: 'same' } });
    expect(await get('staff', act.split(' ')[1] ?? '')).toMatchObject({
      line: { outcome: 'ok', type: 'connection.disable' },
    });
  });

  it('does not exist for who may not know it', async () => {
    expect((await errorOf(get('event', 'same', limited))).code).toBe('not_found');
    expect((await errorOf(get('event', 'evt_0', limited))).code).toBe('not_found');
    expect((await errorOf(get('staff', act.split(' ')[1] ?? '', viewer))).code).toBe('not_found');
    expect((await errorOf(get('event', 'evt_9'))).code).toBe('not_found');
    expect((await errorOf(get('event', 'other'))).code).toBe('not_found');
  });
});

describe('getActivityVolume', () => {
  it('counts under the same filter and rules', async () => {
    const count = (filter: object, principal = lead) =>
      runQuery(getActivityVolume.definition, 'production', principal, filter);
    const days = await count({ since: '2026-11-17', until: '2026-11-22' });
    expect(days.unit).toBe('day');
    expect(days.bars.map(({ total }) => total)).toEqual([0, 0, 0, 4, 1]);
    expect(days.bars[3]).toMatchObject({
      at: '2026-11-20T00:00:00.000Z',
      failed: 1,
      login: 1,
      change: 1,
      event: 1,
      staff: 1,
    });
    const hours = await count({ since: '2026-11-20T10:00', until: '2026-11-20T17:00' }, limited);
    expect(hours).toMatchObject({ unit: 'hour', countedTo: null });
    expect(hours.bars.map(({ total }) => total)).toEqual([0, 0, 1, 0, 0, 0, 0]);
    const minutes = await count({ since: '2026-11-20T11:50', until: '2026-11-20T12:15' });
    expect(minutes.unit).toBe('five_minutes');
    expect(minutes.bars.map(({ at, total }) => [at.slice(11, 16), total])).toEqual([
      ['11:50', 0],
      ['11:55', 0],
      ['12:00', 4],
      ['12:05', 0],
      ['12:10', 0],
    ]);
  });
});
