import { expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { getActivity } from './queries';

withTestDatabase();

const get = (stream: string, id: string) =>
  runQuery(getActivity.definition, 'production', testPrincipal({ role: 'lead' }), { stream, id });

it('finds the rows before and after past any number of rows of other streams', async () => {
  const of = (stream: 'event' | 'change', n: number, part: Partial<ActivityRow> = {}): ActivityRow => ({
    ...{ stream, environment: 'production', id: `${stream}_n${n}`, type: 'connection.changed' },
    ...{ at: new Date(Date.UTC(2025, 3, 1, 0, n)).toISOString(), source: 'scalekit', targetId: 'usr_n' },
    ...part,
  });
  const data = (name: string) => ({ type: 'role.updated', data: { name } });
  await insertActivity([
    of('event', 0, data('first')),
    ...Array.from({ length: 12 }, (_, n) => of('change', n + 1)),
    of('event', 20, { type: 'role.deleted' }),
    of('event', 21, data('second')),
    ...Array.from({ length: 12 }, (_, n) => of('change', n + 22)),
    of('event', 40, { type: 'user.login' }),
  ]);
  const second = await get('event', 'event_n21');
  expect(second).toMatchObject({
    previous: { entryId: 'event_n20' },
    next: { entryId: 'event_n40' },
    before: { entryId: 'event_n0', data: { name: 'first' } },
  });
  expect(await get('event', 'event_n40')).toMatchObject({ previous: second.line, before: null });
  expect(await get('change', 'change_n22')).toMatchObject({
    previous: { entryId: 'change_n12' },
    before: null,
  });
});
