import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { insertActivity } from './insert-activity';
import type { ActivityRow } from './row';

withTestDatabase();

const event = (id: string, at: string): ActivityRow => ({
  stream: 'event',
  environment: 'production',
  id,
  at,
  type: 'user.login',
  source: 'scalekit',
  organizationId: 'org_1',
  data: { name: 'Ada "quoted" \\ Ω' },
});

async function count(like: string): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM activity.entry WHERE id LIKE ${like}`;
  return row?.n ?? 0;
}

describe('insertActivity', () => {
  it('keeps each id once, whichever month and however often it comes', async () => {
    const rows = [event('evt_1', '2026-01-31T23:59:59.999Z'), event('evt_2', '2026-02-01T00:00:00Z')];
    expect((await insertActivity([...rows, rows[0] as ActivityRow])).sort()).toEqual(['evt_1', 'evt_2']);
    expect(await insertActivity([event('evt_1', '2026-03-01T00:00:00Z')])).toEqual([]);
    const kept = await db().$queryRaw<{ id: string; at: Date; data: unknown }[]>`
      SELECT id, at, data FROM activity.entry ORDER BY at`;
    expect(kept.map(({ id, at }) => [id, at.toISOString()])).toEqual([
      ['evt_1', '2026-01-31T23:59:59.999Z'],
      ['evt_2', '2026-02-01T00:00:00.000Z'],
    ]);
    expect(kept[0]?.data).toEqual({ name: 'Ada "quoted" \\ Ω' });
  });

  it('lets streams have the same id', async () => {
    const login = { ...event('evt_9', '2026-01-01T00:00:00Z'), stream: 'login' as const };
    await insertActivity([login, event('evt_9', '2026-01-01T00:00:00Z')]);
    expect(await count('evt_9')).toBe(2);
  });

  it('makes a month once when many need it at the same moment', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `evt_c${index}`);
    await Promise.all(ids.map((id) => insertActivity([event(id, '2025-05-05T00:00:00Z')])));
    expect(await count('evt_c%')).toBe(8);
  });
});
