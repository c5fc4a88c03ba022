import { beforeAll, describe, expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { activityRows } from '@/tests/setup/activity-rows.data';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { getActivityFreshness } from './queries';

withTestDatabase();

const viewer = testPrincipal({ role: 'viewer' });

beforeAll(async () => {
  await insertActivity(activityRows);
});

describe('getActivityFreshness', () => {
  it('tells the newest row and when one came in', async () => {
    const fresh = await runQuery(getActivityFreshness.definition, 'production', viewer, {});
    expect(fresh.newestAt).toBe('2026-11-21T09:00:00.000Z');
    expect(Date.now() - Date.parse(fresh.receivedAt ?? '')).toBeLessThan(60_000);
    const unread = { readAt: null, trouble: null };
    expect([fresh.events, fresh.logins]).toEqual([unread, unread]);
  });

  it('tells how far the reading is, also where nothing happens', async () => {
    const environment = 'development';
    const lastOkAt = new Date('2026-11-21T09:00:00Z');
    const reconcile = { environment, purpose: 'reconcile', lastOkAt };
    await db().syncCursor.createMany({
      data: [
        { ...reconcile, stream: 'event', state: 'refused' },
        { ...reconcile, stream: 'login', state: 'running' },
        { ...reconcile, stream: 'login', state: 'failed', purpose: 'backfill' },
      ],
    });
    const readAt = lastOkAt.toISOString();
    expect(await runQuery(getActivityFreshness.definition, environment, viewer, {})).toMatchObject({
      events: { readAt, trouble: 'refused' },
      logins: { readAt, trouble: null },
    });
  });
});
