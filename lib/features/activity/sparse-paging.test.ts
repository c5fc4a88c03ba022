import { beforeAll, expect, it } from 'vitest';
import type { ActivityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import { runQuery } from '@/lib/server/define-query';
import { eventRow } from '@/tests/setup/activity-rows.data';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { listActivity } from './queries';

withTestDatabase();

/** Pairs of rows, three months from one pair to the next: nothing lies in the month that is looked at first. */
const ids = Array.from({ length: 12 }, (_, n) => `evt_${String(n).padStart(2, '0')}`);
beforeAll(() =>
  insertActivity(
    ids.map((id, n) => ({
      ...eventRow,
      ...{ id, at: new Date(Date.UTC(2024, 3 * (n >> 1), 1, n % 2)).toISOString(), targetId: 'same' },
    })),
  ),
);

type Direction = 'nextToken' | 'previousToken';

it.each<[number, Partial<ActivityFilter>]>([
  [1, {}],
  [2, {}],
  [3, {}],
  [5, {}],
  [3, { since: '2024-02-01', until: '2025-03-01' }],
  [2, { type: 'user.login' }],
  [2, { text: 'nothing' }],
  [3, { source: 'scalekit' }],
])('loses and doubles nothing over sparse months, by %i, under %o', async (size, filter) => {
  const read = (pageToken: string) =>
    runQuery(listActivity.definition, 'production', testPrincipal(), { ...filter, size, pageToken });
  const walk = async (token: string, direction: Direction) => {
    const found: string[][] = [];
    let last = token;
    for (let next: string | null = token; next !== null; ) {
      expect(found.length, 'it ends').toBeLessThan(80);
      const page = await read(next);
      found.push(page.rows.map(({ entryId }) => entryId));
      last = next;
      next = page[direction];
    }
    return { found, last };
  };
  const wanted = filter.text ? [] : filter.since ? ids.slice(2, 10).reverse() : ids.toReversed();
  const { found, last } = await walk('', 'nextToken');
  expect(found.flat()).toEqual(wanted);
  const back = await walk(last, 'previousToken');
  expect(back.found.reverse().flat()).toEqual(wanted);
});
