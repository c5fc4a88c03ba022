import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insertActivity, storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import type { ActivityPush } from '@/lib/generated/prisma/client';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { isSigned, Receiver } from '@/tests/setup/webhook-receiver';
import { failureOf, write } from '@/tests/setup/write';
import { pausePush } from './actions';
import { deliverPush } from './deliver';
import { dropOldItems } from './drop-old';
import { signingSecret } from './secret';

process.env.EGRESS_LOOPBACK = 'on';
withTestDatabase();

const receiver = new Receiver();
beforeAll(() => receiver.start());
afterAll(() => receiver.stop());
afterEach(async () => {
  receiver.clear();
  await db().activityPush.deleteMany({});
  await db().activityPushItem.deleteMany({});
});

const dayMs = 86_400_000;

function makePush(part: Partial<ActivityPush> = {}): Promise<ActivityPush> {
  const fresh = { environment: 'production', name: randomUUID(), url: receiver.url, format: 'jsonl' };
  const data = { ...fresh, createdByEmail: 'sam@keydesk.test', createdAt: new Date(Date.now() - dayMs) };
  return db().activityPush.create({ data: { ...data, ...part } });
}

const event = (id: string, part: Partial<ActivityRow> = {}): ActivityRow => ({
  stream: 'event',
  environment: 'production',
  id,
  at: new Date().toISOString(),
  type: 'user.login',
  source: 'scalekit',
  organizationId: 'org_1',
  data: { name: 'Ada' },
  ...part,
});

const ids = () => receiver.lines.map(({ id }) => id);
const waiting = (pushId: string) => db().activityPushItem.count({ where: { pushId } });
const reread = (id: string) => db().activityPush.findUniqueOrThrow({ where: { id } });

describe('the outbox', () => {
  it('gets what is new with the row, by environment and filter, and no history', async () => {
    const all = await makePush();
    const failed = await makePush({ outcome: 'failed', types: ['login.sso'] });
    const elsewhere = await makePush({ environment: 'development' });
    const login = { stream: 'login', type: 'login.sso', source: 'login_log' } as const;
    await insertActivity([
      event('o_1'),
      event('o_old', { at: new Date(Date.now() - 3 * dayMs).toISOString() }),
      event('o_2', { ...login, outcome: 'failed' }),
      event('o_3', { ...login, outcome: 'ok' }),
    ]);
    await insertActivity([event('o_1')]);
    expect([await waiting(all.id), await waiting(failed.id), await waiting(elsewhere.id)]).toEqual([3, 1, 0]);
  });

  it('tells a sign-in again when its outcome came later', async () => {
    const push = await makePush();
    const at = new Date().toISOString();
    const login = { stream: 'login', type: 'login.sso', source: 'login_log', at } as const;
    await storeActivity([event('l_1', { ...login, outcome: 'pending' })]);
    await deliverPush(push.id);
    await storeActivity([event('l_1', { ...login, outcome: 'failed', data: { status: 'failed' } })]);
    await deliverPush(push.id);
    expect(receiver.lines).toMatchObject([
      { id: 'l_1', outcome: 'pending' },
      { id: 'l_1', outcome: 'failed' },
    ]);
  });

  it('gets an act of the staff once, with its outcome, where that is wanted', async () => {
    const push = await makePush({ staff: true });
    const without = await makePush();
    const admin = testPrincipal({ role: 'admin' });
    await write(pausePush, { pushId: without.id }, admin);
    await failureOf(write(pausePush, { pushId: without.id }));
    await deliverPush(push.id);
    expect(await waiting(without.id)).toBe(0);
    expect(receiver.lines).toMatchObject([
      {
        stream: 'staff',
        type: 'activity_push.pause',
        outcome: 'ok',
        actor: admin.email,
        target_id: without.id,
      },
      { stream: 'staff', type: 'activity_push.pause', outcome: 'denied' },
    ]);
  });
});

describe('deliverPush', () => {
  it('sends whole lines in order, in batches, signed, and counts them', async () => {
    const push = await makePush();
    const rows = Array.from({ length: 250 }, (_, n) =>
      event(`b_${n}`, { at: new Date(Date.now() - 60_000 + n).toISOString() }),
    );
    await insertActivity(rows);
    await deliverPush(push.id);
    expect(receiver.messages).toHaveLength(2);
    expect(ids()).toEqual(rows.map(({ id }) => id));
    for (const { headers, body } of receiver.messages) {
      const given = headers as Record<string, string>;
      expect(isSigned(signingSecret(push.id, 1), body, given)).toBe(true);
    }
    expect(await waiting(push.id)).toBe(0);
    expect(await reread(push.id)).toMatchObject({ deliveredCount: 250n, failures: 0, lastError: null });
  });

  it('keeps a message below 1 MB, and sends a larger row alone', async () => {
    const push = await makePush();
    const text = 'x'.repeat(400_000);
    await insertActivity([1, 2, 3].map((n) => event(`m_${n}`, { data: { text } })));
    await insertActivity([event('m_4', { data: { text: 'y'.repeat(1_200_000) } })]);
    await deliverPush(push.id);
    expect(receiver.messages.map(({ body }) => body.trimEnd().split('\n').length)).toEqual([2, 1, 1]);
  });

  it('speaks OCSF', async () => {
    const push = await makePush({ format: 'ocsf' });
    await insertActivity([event('c_1')]);
    await deliverPush(push.id);
    expect(receiver.lines).toMatchObject([{ class_uid: 3002, metadata: { uid: 'c_1' } }]);
  });

  it('signs with both secrets for a day after a rotation', async () => {
    const rotatedAt = new Date(Date.now() - 60_000);
    const push = await makePush({ secretVersion: 2, rotatedAt });
    const later = await makePush({ secretVersion: 2, rotatedAt: new Date(Date.now() - dayMs - 60_000) });
    await insertActivity([event('s_1')]);
    await deliverPush(push.id);
    await deliverPush(later.id);
    const judged = receiver.messages.map(({ headers, body }, n) =>
      [1, 2].map((version) =>
        isSigned(
          signingSecret((n === 0 ? push : later).id, version),
          body,
          headers as Record<string, string>,
        ),
      ),
    );
    expect(judged).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it.each([
    [400, 'HTTP 400'],
    [401, 'another signing secret'],
    [302, 'redirects'],
    [503, 'HTTP 503'],
  ])('waits longer and longer after a %i, in words, and loses nothing', async (status, words) => {
    const push = await makePush();
    await insertActivity([event(`f_${status}`)]);
    receiver.status = status;
    await deliverPush(push.id);
    await deliverPush(push.id);
    expect(receiver.messages, 'not before its time').toHaveLength(1);
    const failing = await reread(push.id);
    expect(failing).toMatchObject({
      failures: 1,
      lastStatus: status,
      lastError: expect.stringContaining(words),
    });
    const wait = (failing.nextTryAt?.getTime() ?? 0) - Date.now();
    expect(wait).toBeGreaterThan(25_000);
    expect(wait).toBeLessThan(31_000);
    receiver.status = 204;
    await db().activityPush.update({ where: { id: push.id }, data: { nextTryAt: new Date(0) } });
    await deliverPush(push.id);
    expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await reread(push.id)).toMatchObject({ failures: 0, nextTryAt: null, lastError: null });
    expect(await waiting(push.id)).toBe(0);
  });

  it('gives up on one that does not answer, and heeds how long a receiver asks to wait', async () => {
    const push = await makePush();
    await insertActivity([event('t_1')]);
    receiver.status = 0;
    await deliverPush(push.id, { timeoutMs: 80 });
    expect(await reread(push.id)).toMatchObject({
      lastStatus: null,
      lastError: expect.stringContaining('did not answer'),
    });
    receiver.status = 429;
    receiver.headers = { 'retry-after': '600' };
    await db().activityPush.update({ where: { id: push.id }, data: { nextTryAt: null } });
    await deliverPush(push.id);
    expect((await reread(push.id)).nextTryAt?.getTime()).toBeGreaterThan(Date.now() + 590_000);
  });

  it('pauses by itself after three days of failing, and keeps what waits', async () => {
    const push = await makePush({ failures: 20, failingSince: new Date(Date.now() - 3.1 * dayMs) });
    await insertActivity([event('p_1')]);
    receiver.status = 500;
    await deliverPush(push.id);
    expect(await reread(push.id)).toMatchObject({ pausedAt: expect.any(Date), pausedByEmail: null });
    expect(await waiting(push.id)).toBe(1);
  });

  it('sends again, with the same ids, what a worker sent that died before it noted so', async () => {
    const push = await makePush();
    await insertActivity([event('k_1'), event('k_2')]);
    await db()
      .$executeRaw`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''killed''; END'`;
    await db()
      .$executeRaw`CREATE TRIGGER die BEFORE DELETE ON activity_push_item FOR EACH STATEMENT EXECUTE FUNCTION die()`;
    await expect(deliverPush(push.id)).rejects.toThrow('killed');
    await db().$executeRaw`DROP TRIGGER die ON activity_push_item`;
    await insertActivity([event('k_3')]);
    await deliverPush(push.id);
    expect(ids()).toEqual(['k_1', 'k_2', 'k_1', 'k_2', 'k_3']);
    expect(await waiting(push.id)).toBe(0);
  });

  it('runs once at a time', async () => {
    const push = await makePush();
    await insertActivity([event('r_1')]);
    await Promise.all([deliverPush(push.id), deliverPush(push.id), deliverPush(push.id)]);
    expect(ids()).toEqual(['r_1']);
  });

  it('passes over rows that are gone, and drops and counts what waited for a week', async () => {
    const push = await makePush();
    await insertActivity([event('g_1'), event('g_2'), event('g_3')]);
    await db().$executeRaw`DELETE FROM activity.entry WHERE id = 'g_1'`;
    await db()
      .$executeRaw`UPDATE activity_push_item SET at = now() - interval '8 days' WHERE entry_id = 'g_2'`;
    await dropOldItems();
    await deliverPush(push.id);
    expect(ids()).toEqual(['g_3']);
    expect(await reread(push.id)).toMatchObject({ droppedCount: 1n, deliveredCount: 1n });
  });
});
