import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endlessBudget, errorOf, stubClient } from '@/tests/setup/stub-client';
import { errorBody, hangUp, json, type StubScalekit, startStubScalekit } from '@/tests/setup/stub-scalekit';
import type { ScalekitClient } from './client';
import type { CallResult } from './hooks';

const busy = json(503, errorBody(14, 'busy'), { 'retry-after': '0' });
const limited = json(429, errorBody(8, 'slow down'), { 'retry-after': '0' });
const found = json(200, { organization: { id: 'org_1' } });

let stub: StubScalekit;
let scalekit: ScalekitClient;
beforeAll(async () => {
  stub = await startStubScalekit();
});
beforeEach(() => {
  scalekit = stubClient(stub);
  stub.requests.length = 0;
});
afterAll(() => stub.stop());

const read = () => scalekit.organizations.getOrganization({ identities: { case: 'id', value: 'org_1' } });
const write = () => scalekit.organizations.createOrganization({ organization: { displayName: 'Acme' } });

describe('a read', () => {
  it.each([
    ['503', busy],
    ['429', limited],
    ['a lost connection', hangUp],
  ])('gets past %s', async (_name, fault) => {
    stub.answer(fault, found);
    expect((await read()).organization?.id).toBe('org_1');
    expect(stub.requests).toHaveLength(2);
  });

  it('is tried three times, no more', async () => {
    stub.answer(busy);
    expect(await errorOf(read())).toMatchObject({ code: 'unavailable' });
    expect(stub.requests).toHaveLength(3);
  });

  it('keeps its request id over the tries, and hooks see each of them', async () => {
    const seen: CallResult[] = [];
    scalekit = stubClient(stub, { hooks: { onResponse: (result) => seen.push(result) } });
    stub.answer(busy, found);
    await read();
    expect(new Set(stub.requests.map((request) => request.headers['x-request-id'])).size).toBe(1);
    expect(seen).toMatchObject([
      { operation: 'OrganizationService.GetOrganization', verb: 'GET', attempt: 1, status: 503 },
      { environment: 'production', attempt: 2, status: 200, ms: expect.any(Number) },
    ]);
  });

  it('by POST is one too', async () => {
    stub.answer(busy, json(200, { organization_id: 'org_1' }));
    await scalekit.tokens.validateToken({ token: 'x' });
    expect(stub.requests).toHaveLength(2);
  });

  it('does not make a person wait as long as the server would like', async () => {
    stub.answer(json(503, {}, { 'retry-after': '30' }));
    const error = await errorOf(read());
    expect(error.retryAfterMs).toBe(30_000);
    expect(stub.requests).toHaveLength(1);
  });

  it('ends with the last error when the deadline comes during a pause', async () => {
    scalekit = stubClient(stub, { timeoutMs: 200 });
    stub.answer(json(503, errorBody(14, 'busy'), { 'retry-after': '4' }));
    const error = await errorOf(read());
    expect(error.message).toContain('HTTP 503');
    expect(stub.requests).toHaveLength(1);
  });

  it('is not repeated after 400, 404 or 500', async () => {
    for (const status of [400, 404, 500]) {
      stub.answer(json(status, {}));
      await errorOf(read());
    }
    expect(stub.requests).toHaveLength(3);
  });
});

describe('a write', () => {
  it.each([
    ['503', busy],
    ['429', limited],
    ['a lost connection', hangUp],
  ])('is sent once, whatever happens: %s', async (_name, fault) => {
    stub.answer(fault);
    await errorOf(write());
    expect(stub.requests).toHaveLength(1);
  });
});

describe('the budget', () => {
  it('is spent by every try and told of every 429', async () => {
    const seen: string[] = [];
    const budget = {
      take: async () => void seen.push('take'),
      reportLimit: async () => void seen.push('limit'),
    };
    scalekit = stubClient(stub, { budget });
    stub.answer(limited, limited, found);
    await read();
    expect(seen).toEqual(['take', 'limit', 'take', 'limit', 'take']);
  });

  it('that is used up stops the call before it is sent', async () => {
    const usedUp = new Error('used up');
    const budget = { ...endlessBudget, take: () => Promise.reject(usedUp) };
    scalekit = stubClient(stub, { budget });
    await expect(write()).rejects.toBe(usedUp);
    expect(stub.requests).toHaveLength(0);
  });
});
