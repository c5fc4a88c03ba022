import { ScalekitClient } from '@scalekit-sdk/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { eventTypes } from '../events/event-types.data';
import { type Json, TestEmulator } from '../test-client';
import { retryDelays } from './attempt';
import { type Received, Receiver } from './receiver-fixture';
import { signWebhook } from './sign';

let test: TestEmulator;
let receiver: Receiver;
let url: string;
beforeEach(async () => {
  receiver = new Receiver();
  url = await receiver.start();
  test = await TestEmulator.start();
});
afterEach(async () => {
  receiver.stop();
  await test.stop();
});

const control = async (verb: string, path: string, body?: Json) =>
  test.send(verb, `/__emulator/webhooks${path}`, body);
const register = async (fields: Json = {}) => (await control('POST', '', { url, ...fields })).json;
const deliveries = async (): Promise<Json[]> => (await control('GET', '/deliveries')).json.deliveries;

/** Lets the first tries happen, which start by themselves. */
async function settle(count: number): Promise<void> {
  const until = Date.now() + 5000;
  while (receiver.received.length < count && Date.now() < until) await new Promise((r) => setTimeout(r, 10));
  await new Promise((r) => setTimeout(r, 50));
}

function verify(secret: string, { headers, body }: Received): boolean {
  const client = new ScalekitClient(test.emulator.url, 'skc_1', 'test_1');
  return client.verifyWebhookPayload(secret, headers as Record<string, string>, body);
}

describe('signatures', () => {
  it('agree with the example of the Standard Webhooks specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const signature = signWebhook(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}');
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('satisfy the official SDK, with the secret that its tests use', async () => {
    const secret = 'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb';
    await register({ secret });
    await test.organization({ display_name: 'Ünïcode & Søns' });
    await settle(1);
    const [message] = receiver.received as [Received];
    expect(verify(secret, message)).toBe(true);
    expect(() => verify(secret, { ...message, body: message.body.replace('Søns', 'Sons') })).toThrow();
    expect(() => verify('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toThrow();
  });
});

describe('a registered endpoint', () => {
  it('gets what happens, in the documented envelope, once', async () => {
    const endpoint = await register();
    expect(endpoint).toMatchObject({ id: expect.stringMatching(/^ep_/), url });
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const org = await test.organization();
    await settle(1);
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body }] = receiver.received as [Received];
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_/),
    });
    expect(JSON.parse(body)).toEqual({
      spec_version: '1',
      id: expect.stringMatching(/^evt_/),
      type: 'organization.created',
      object: 'Organization',
      occurred_at: expect.stringMatching(/Z$/),
      environment_id: test.emulator.environment.id,
      organization_id: org.id,
      data: expect.objectContaining({ id: org.id, display_name: 'Acme' }),
      display_name: 'Organization Created',
    });
    expect(await deliveries()).toMatchObject([
      { state: 'delivered', nextAttemptAt: null, attempts: [{ status: 201 }] },
    ]);
  });

  it('gets only the types that it asked for', async () => {
    await register({ eventTypes: ['organization.deleted'] });
    const org = await test.organization();
    await test.call('DELETE', `/organizations/${org.id}`);
    await settle(1);
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['organization.deleted']);
  });

  it('gets nothing any more when it is removed', async () => {
    const { id } = await register();
    expect((await control('DELETE', `?id=${id}`)).json).toEqual({ deleted: [id] });
    await test.organization();
    await settle(0);
    expect(receiver.received).toHaveLength(0);
  });

  it('is listed without its secret', async () => {
    const { id } = await register();
    const { json } = await control('GET', '');
    expect(json).toEqual({ endpoints: [{ id, url, createdAt: expect.any(String) }] });
  });
});

describe('a message that is not taken', () => {
  it('comes again by the schedule, eight times in all, the same each time', async () => {
    receiver.answer = 500;
    const { secret } = await register();
    await test.organization();
    await settle(1);
    for (const [index, delay] of retryDelays.slice(1).entries()) {
      expect(receiver.received).toHaveLength(index + 1);
      test.emulator.clock.shift(delay - 2000);
      await test.emulator.webhooks.deliverDue();
      expect(receiver.received).toHaveLength(index + 1);
      test.emulator.clock.shift(2001);
      await test.emulator.webhooks.deliverDue();
    }
    expect(receiver.received).toHaveLength(8);
    const same = (pick: (one: Received) => unknown) => new Set(receiver.received.map(pick)).size;
    expect(same(({ headers }) => headers['webhook-id'])).toBe(1);
    expect(same(({ body }) => body)).toBe(1);
    expect(same(({ headers }) => headers['webhook-timestamp'])).toBe(8);
    const [last] = receiver.received.slice(-1) as [Received];
    const timestamp = Number(last.headers['webhook-timestamp']);
    expect(last.headers['webhook-signature']).toBe(
      signWebhook(secret, String(last.headers['webhook-id']), timestamp, last.body),
    );
    expect(await deliveries()).toMatchObject([{ state: 'failed', nextAttemptAt: null }]);
  });

  it('stops coming once it is taken', async () => {
    receiver.answer = 503;
    await register();
    await test.organization();
    await settle(1);
    receiver.answer = 200;
    test.emulator.clock.shift(6000);
    await test.emulator.webhooks.deliverDue();
    test.emulator.clock.shift(86_400_000);
    await test.emulator.webhooks.deliverDue();
    expect(receiver.received).toHaveLength(2);
    expect(await deliveries()).toMatchObject([
      { state: 'delivered', attempts: [{ status: 503 }, { status: 200 }] },
    ]);
  });

  it('was not taken by a redirect, nor by nobody', async () => {
    receiver.answer = 302;
    await register();
    await register({ url: 'http://127.0.0.1:9/' });
    await test.organization();
    await settle(1);
    const attempts = (await deliveries()).map((one) => one.attempts[0]);
    expect(attempts.map(({ status }) => status).sort()).toEqual([302, null]);
    expect(attempts.find(({ status }) => status === null)).toHaveProperty('error');
  });

  it('is forgotten with a reset', async () => {
    receiver.answer = 500;
    await register();
    await test.organization();
    await settle(1);
    await test.send('POST', '/__emulator/reset');
    expect(await deliveries()).toEqual([]);
  });
});

describe('the test sender', () => {
  it('sends a sample of each type, in the documented form', async () => {
    const { secret } = await register();
    for (const type of Object.keys(eventTypes)) await control('POST', '/test', { type });
    await settle(41);
    expect(receiver.received).toHaveLength(41);
    for (const message of receiver.received) {
      expect(verify(secret, message)).toBe(true);
      const { type, object, data } = JSON.parse(message.body);
      expect(object).toBe(eventTypes[type as keyof typeof eventTypes].object);
      expect(findPayloadFaults(type, data)).toEqual([]);
    }
    expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).type)).size).toBe(41);
    expect((await test.call('POST', '/events', {})).json.total_size).toBe(0);
  });
});

describe('what is refused', () => {
  it.each([
    ['another machine', { url: 'https://hooks.customer.example/' }, /loopback/],
    ['a name that only starts like the loopback', { url: 'http://127.0.0.1.customer.example/' }, /loopback/],
    ['a file', { url: 'file:///etc/passwd' }, /loopback/],
    ['a secret that is none', { url: 'http://localhost:1/', secret: 'abc' }, /whsec_/],
    ['an unknown type', { url: 'http://localhost:1/', eventTypes: ['user.created'] }, /Invalid/],
  ])('%s', async (_, body, message) => {
    const answer = await control('POST', '', body);
    expect(answer).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
  });
});

it('keeps endpoints that were given at the start, also after a reset', async () => {
  const secret = 'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb';
  const other = await TestEmulator.start({ webhooks: [{ url, secret }] });
  await other.send('POST', '/__emulator/reset');
  await other.organization();
  await settle(1);
  expect(receiver.received).toHaveLength(1);
  await other.stop();
});
