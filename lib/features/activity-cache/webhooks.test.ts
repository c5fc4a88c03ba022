import pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/webhooks/scalekit/[environment]/route';
import { newWebhookSecret, signWebhook } from '@/emulator/webhooks/sign';
import { eventRow } from '@/lib/audit/activity/from-event';
import { db, pool } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { storeRefusals } from './count-refusals';
import { longestBody } from './read-body';
import { storeDelivery } from './store-deliveries';

// Listeners hear of a webhook after its answer, which only Next can tell; they have tests of their own.
vi.mock('next/server', async (original) => ({ ...(await original<object>()), after: () => {} }));

withTestDatabase();
const [oldSecret, newSecret, otherSecret] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
process.env.SCALEKIT_PRODUCTION_WEBHOOK_SECRET = `${oldSecret},${newSecret}`;

const now = () => Math.floor(Date.now() / 1000);

function event(id: string, part: Record<string, unknown> = {}) {
  return {
    ...{ spec_version: '1', id, type: 'user.login', object: 'User', environment_id: 'env_1' },
    ...{ occurred_at: new Date().toISOString(), organization_id: 'org_1' },
    data: { user: { id: 'usr_1', email: 'Ada@Customer.example' } },
    ...part,
  };
}

type Sent = { id?: string; at?: number; secret?: string; headers?: Record<string, string>; to?: string };

function send(payload: unknown, { id = 'msg_1', at = now(), secret = oldSecret, headers, to }: Sent = {}) {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const signed = {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signWebhook(secret, id, at, body),
  };
  const request = new Request('http://localhost/api/webhooks/scalekit/production', {
    ...{ method: 'POST', body, headers: { ...signed, ...headers } },
  });
  return POST(request, { params: Promise.resolve({ environment: to ?? 'production' }) });
}

const rows = () => db().$queryRaw<{ id: string; type: string; at: Date; email: string; data: unknown }[]>`
  SELECT id, type, at, email, data FROM activity.entry ORDER BY at, id`;
const refusals = async () => {
  await storeRefusals();
  return Object.fromEntries(
    (await db().webhookRefusal.findMany()).map(({ reason, count }) => [reason, count]),
  );
};

beforeEach(async () => {
  await storeRefusals();
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id, webhook_delivery, webhook_refusal`;
});

describe('a webhook', () => {
  it('is stored before it is answered, whichever of two secrets signed it', async () => {
    expect((await send(event('evt_1'))).status).toBe(200);
    expect((await send(event('evt_2'), { id: 'msg_2', secret: newSecret })).status).toBe(200);
    expect(await rows()).toMatchObject([
      { id: 'evt_1', email: 'ada@customer.example' },
      { id: 'evt_2', type: 'user.login' },
    ]);
  });

  it('is kept whatever its type, and whatever stands in it', async () => {
    const odd = { 'a\u0000': '\ud800', b: '\\u0000', c: '😀', list: [null, 1] };
    await send(event('evt_1', { type: 'something.new', object: 'Novelty', data: odd }));
    await send(event('evt_2', { type: 'x', data: null, occurred_at: 'soon', object: 3 }), { id: 'msg_2' });
    const kept = await rows();
    expect(kept.map(({ id, type }) => [id, type])).toEqual([
      ['evt_1', 'something.new'],
      ['evt_2', 'x'],
    ]);
    expect(kept[0]?.data).toEqual({ 'a\ufffd': '\ufffd', b: '\\u0000', c: '😀', list: [null, 1] });
  });

  it('that is doubled or replayed is taken once, and counted', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(event('evt_1'))));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await send(event('evt_1'))).status).toBe(200);
    expect((await send(event('evt_1'), { id: 'msg_2' })).status, 'the same event as another message').toBe(
      200,
    );
    expect(await rows()).toHaveLength(1);
    const deliveries = await db().webhookDelivery.findMany({ orderBy: { messageId: 'asc' } });
    expect(deliveries).toMatchObject([
      { messageId: 'msg_1', repeats: 5 },
      { messageId: 'msg_2', repeats: 0 },
    ]);
  });

  it('may come in any order: rows stand by the time that they happened', async () => {
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    await send(event('evt_late', { occurred_at: at(1) }), { id: 'msg_2' });
    await send(event('evt_early', { occurred_at: at(40 * 24 * 60) }));
    expect((await rows()).map(({ id }) => id)).toEqual(['evt_early', 'evt_late']);
  });

  it('with a time that cannot be is kept at the time of receipt', async () => {
    await send(event('evt_1', { occurred_at: '9999-12-31T00:00:00Z' }));
    await send(event('evt_2', { occurred_at: '0001-01-01T00:00:00Z' }), { id: 'msg_2' });
    for (const { at } of await rows()) expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('that Postgres refuses for what stands in it takes no other with it', async () => {
    await send(event('evt_0'), { id: 'msg_0' });
    await db().$executeRaw`ALTER TABLE activity.entry_id ADD CONSTRAINT odd CHECK (id <> 'evt_odd')`;
    try {
      const sent = ['evt_1', 'evt_odd', 'evt_2'].map((id) => send(event(id), { id: `msg_${id}` }));
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 503, 200]);
    } finally {
      await db().$executeRaw`ALTER TABLE activity.entry_id DROP CONSTRAINT odd`;
    }
    expect((await rows()).map(({ id }) => id).sort()).toEqual(['evt_0', 'evt_1', 'evt_2']);
  });

  it('is answered at once when thousands wait already, and taken when it is sent again', async () => {
    await send(event('evt_0'), { id: 'msg_0' });
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE webhook_delivery IN ACCESS EXCLUSIVE MODE');
    const row = (n: number) =>
      eventRow('production', { id: `evt_w${n}`, type: 'user.login', data: {}, occurredAt: 'now' });
    const waiting = Array.from({ length: 2_001 }, (_, n) =>
      storeDelivery({ messageId: `msg_w${n}`, row: row(n) }),
    );
    expect((await send(event('evt_1'), { id: 'msg_1' })).status).toBe(503);
    await holder.query('COMMIT');
    await holder.end();
    await Promise.all(waiting);
    expect((await send(event('evt_1'), { id: 'msg_1' })).status).toBe(200);
    expect(await rows()).toHaveLength(2_003);
  });

  it('leaves its secrets at the door', async () => {
    const data = { link: 'https://x.example/magicLink/1', tokens: { access_token: 'at' }, id: 'ca_1' };
    await send(event('evt_1', { type: 'connected_account.magic_link_generated', data }));
    const [kept] = await rows();
    expect(kept?.data).toEqual({ link: '[removed]', tokens: '[removed]', id: 'ca_1' });
  });
});

describe('refused', () => {
  it('is what nobody signed, another signed, or was changed on its way', async () => {
    expect((await send(event('evt_1'), { secret: otherSecret })).status).toBe(401);
    const forged = { 'webhook-signature': 'v1,AAAA v2,x nonsense' };
    expect((await send(event('evt_1'), { headers: forged })).status).toBe(401);
    expect((await send(event('evt_1'), { headers: { 'webhook-id': 'msg_9' } })).status).toBe(401);
    expect(await rows()).toEqual([]);
    expect(await refusals()).toEqual({ signature: 3 });
    expect(await db().webhookDelivery.count()).toBe(0);
  });

  it('is counted by one statement for as many as come, also when Postgres does not answer at first', async () => {
    const query = vi.spyOn(pool(), 'query');
    query.mockImplementationOnce(async () => {
      throw new Error('no Postgres');
    });
    try {
      const forged = Array.from({ length: 300 }, () => send(event('evt_1'), { secret: otherSecret }));
      expect((await Promise.all(forged)).every(({ status }) => status === 401)).toBe(true);
      expect(query, 'none of them waits for Postgres').not.toHaveBeenCalled();
      await storeRefusals();
      await send('{');
      await storeRefusals();
      expect(query).toHaveBeenCalledTimes(2);
    } finally {
      query.mockRestore();
    }
    expect(await refusals()).toEqual({ signature: 300, shape: 1 });
  });

  it('is what is more than five minutes off, in both directions', async () => {
    for (const offset of [-301, 302])
      expect((await send(event('e'), { at: now() + offset })).status).toBe(401);
    expect((await send(event('e'), { at: now() - 290 })).status).toBe(200);
    expect(await refusals()).toEqual({ time: 2 });
  });

  it('is what is no event', async () => {
    for (const body of ['', '{', '[]', 'null', '{"id":"","type":"x"}', '{"id":7,"type":"x"}', '{"type":"x"}'])
      expect((await send(body)).status, body).toBe(400);
    expect(await refusals()).toEqual({ shape: 7 });
  });

  it('is what has no headers, and what is larger than 1 MB, unread', async () => {
    expect((await send(event('e'), { headers: { 'webhook-signature': '' } })).status).toBe(400);
    expect((await send(event('e'), { id: 'm'.repeat(201) })).status).toBe(400);
    expect((await send('x'.repeat(longestBody + 1))).status).toBe(413);
    const stated = await send(event('e'), { headers: { 'content-length': '9999999999' } });
    expect(stated.status).toBe(413);
    const most = event('evt_big', { data: { text: '' } });
    const room = longestBody - JSON.stringify(most).length;
    expect((await send(event('evt_big', { data: { text: 'x'.repeat(room) }, ...times(most) }))).status).toBe(
      200,
    );
    expect(await refusals()).toEqual({ headers: 2, size: 2 });
  });

  it('stops reading an endless body', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': String(now()), 'webhook-signature': 'v1,x' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const answer = await POST(new Request('http://localhost/x', init), {
      params: Promise.resolve({ environment: 'production' }),
    });
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(25);
  });

  it('is an environment that is not served, or has no secret', async () => {
    expect((await send(event('e'), { to: 'elsewhere' })).status).toBe(404);
    expect((await send(event('e'), { to: 'development' })).status).toBe(503);
  });
});

const times = ({ occurred_at }: { occurred_at: string }) => ({ occurred_at });
