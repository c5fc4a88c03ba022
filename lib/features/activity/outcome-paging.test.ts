import { beforeAll, expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { eventRow } from '@/tests/setup/activity-rows.data';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { listActivity } from './queries';

withTestDatabase();

const organizationId = 'org_1';
const at = (hour: number) => new Date(Date.UTC(2026, 9, 1, hour)).toISOString();
const wanted: string[] = [];

/** What failed in the cache in most hours, and acts of staff in some: the same hour, between, before and after all. */
beforeAll(async () => {
  const hours = [2, 3, 5, 8, 8, 9, 14, 15];
  await insertActivity(
    hours.map((hour, n) => ({
      ...{ ...eventRow, id: `evt_${n}`, at: at(hour), organizationId, outcome: 'failed' },
    })),
  );
  const acts = [];
  for (const [hour, outcome] of [
    ...[[0, 'failed'] as const, [1, 'failed'] as const, [4, 'ok'] as const, [5, 'failed'] as const],
    ...[[6, 'failed'] as const, [8, 'ok'] as const, [8, 'failed'] as const, [15, 'failed'] as const],
    ...[[20, 'failed'] as const],
  ]) {
    const common = { environment: 'production', actorEmail: 'lea@keydesk.test', actorRole: 'lead' };
    const row = { ...common, action: 'connection.disable', organizationId, at: at(hour) };
    const { id } = await db().staffLog.create({ data: { ...row, kind: 'intent' } });
    await db().staffLog.create({ data: { ...row, kind: 'outcome', intentId: id, outcome } });
    if (outcome === 'failed') acts.push({ hour, id: String(id) });
  }
  const all = [...hours.map((hour, n) => ({ hour, id: `evt_${n}` })), ...acts];
  wanted.push(
    ...all.sort((a, b) => b.hour - a.hour || (a.id < b.id ? 1 : -1)).map(({ hour, id }) => `${hour} ${id}`),
  );
});

type Direction = 'nextToken' | 'previousToken';

it.each([1, 2, 3, 5, 8, 40])(
  'finds what failed in the cache and at our desk, both ways by %i',
  async (size) => {
    const principal = testPrincipal({ role: 'lead' });
    const read = (pageToken: string) => {
      const filter = { organization: organizationId, outcome: 'failed', size, pageToken };
      return runQuery(listActivity.definition, 'production', principal, filter);
    };
    const walk = async (token: string, direction: Direction) => {
      const found: string[][] = [];
      let last = token;
      for (let next: string | null = token; next !== null; ) {
        const page = await read(next);
        found.push(page.rows.map((row) => `${new Date(row.at).getUTCHours()} ${row.entryId}`));
        last = next;
        next = page[direction];
      }
      return { found, last };
    };
    const { found, last } = await walk('', 'nextToken');
    expect(found.flat()).toEqual(wanted);
    const back = await walk(last, 'previousToken');
    expect(back.found.reverse().flat()).toEqual(wanted);
  },
);
