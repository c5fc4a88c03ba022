import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from './test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start({ journalSize: 5 });
});
afterAll(() => test.stop());

const control = (verb: string, path: string, body?: object) =>
  test.send(verb, `/__emulator/${path}`, body as never);

describe('the journal', () => {
  it('holds each request with its outcome and caller, filtered by operation', async () => {
    await control('DELETE', 'journal');
    const created = await test.organization({ display_name: 'Journalled' });
    await test.call('GET', `/organizations/${created.id}`);
    const all = (await control('GET', 'journal')).json.entries;
    expect(all).toHaveLength(2);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await control('GET', `journal?since=${later}`)).json.entries).toEqual([]);
    const { entries } = (await control('GET', 'journal?operation=createOrganization')).json;
    expect(entries).toEqual([
      {
        at: expect.any(String),
        transport: 'rest',
        operation: 'organizations.createOrganization',
        verb: 'POST',
        path: '/api/v1/organizations',
        status: 200,
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        request: { organization: { display_name: 'Journalled' } },
        clientId: test.emulator.clientId,
        agent: expect.any(String),
      },
    ]);
  });

  it('keeps secrets out', async () => {
    const { id } = await test.organization();
    const { token, token_id: tokenId } = await test.apiKey(id);
    await test.call('POST', '/tokens:validate', { token });
    await test.call('POST', '/tokens:validate', { token: tokenId });
    const form = { grant_type: 'client_credentials', client_secret: test.emulator.clientSecret };
    await fetch(`${test.emulator.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    const text = JSON.stringify(test.emulator.journal.list());
    expect(text).not.toContain(token);
    expect(text).not.toContain(test.emulator.clientSecret);
    expect(text).not.toContain(test.token);
    expect(text).toContain(tokenId);
  });

  it('keeps the last requests only', async () => {
    for (let index = 0; index < 12; index += 1) await test.call('GET', `/organizations?page_size=${index}`);
    const sizes = test.emulator.journal
      .list()
      .map(({ request }) => (request as { page_size: number }).page_size);
    expect(sizes).toEqual([7, 8, 9, 10, 11]);
  });
});

describe('control', () => {
  it('sets and clears faults', async () => {
    const added = await control('POST', 'faults', { operation: 'organizations', status: 503, times: 3 });
    expect(added.json).toMatchObject({ status: 503, times: 3 });
    expect((await test.call('GET', '/organizations')).status).toBe(503);
    expect((await control('GET', 'faults')).json.faults).toHaveLength(1);
    await control('DELETE', 'faults');
    expect((await test.call('GET', '/organizations')).status).toBe(200);
  });

  it.each([
    ['faults', { status: 99 }],
    ['faults', { answr: 'reset' }],
    ['clock', { shiftMs: 'soon' }],
    ['snapshot', { version: 2 }],
  ])('refuses a bad %s', async (path, body) => {
    const { status, json } = await control('POST', path, body);
    expect([status, typeof json.message]).toEqual([400, 'string']);
  });

  it('expires the API tokens that are out', async () => {
    await control('POST', 'expire-tokens');
    expect((await test.call('GET', '/organizations')).status).toBe(401);
    test.token = await test.emulator.issueToken();
    expect((await test.call('GET', '/organizations')).status).toBe(200);
  });

  it('spreads latency', async () => {
    await control('POST', 'faults', {
      operation: 'organizations',
      latencyMs: { from: 30, to: 60 },
      times: 1,
    });
    const start = performance.now();
    await test.call('GET', '/organizations');
    expect(performance.now() - start).toBeGreaterThan(25);
    expect((await control('POST', 'faults', { latencyMs: { from: 2, to: 1 } })).status).toBe(400);
  });

  it('moves the clock', async () => {
    const { json } = await control('POST', 'clock', { shiftMs: 86_400_000 });
    expect(json.shiftMs).toBe(86_400_000);
    expect(Date.parse(json.now)).toBeGreaterThan(Date.now() + 86_000_000);
    await control('POST', 'clock', { shiftMs: -86_400_000 });
  });

  it('takes a snapshot and goes back to it', async () => {
    const kept = await test.organization({ display_name: 'Kept' });
    const snapshot = (await control('GET', 'snapshot')).json;
    const lost = await test.organization({ display_name: 'Lost' });
    await control('POST', 'snapshot', snapshot);
    expect((await test.call('GET', `/organizations/${kept.id}`)).status).toBe(200);
    expect((await test.call('GET', `/organizations/${lost.id}`)).status).toBe(404);
  });

  it('starts over', async () => {
    await test.organization();
    await control('POST', 'reset');
    const { json } = await control('GET', 'state');
    expect(json.rows).toMatchObject({ organizations: 0, roles: 2 });
    expect(json.environment).toMatchObject({ name: 'production', url: test.emulator.url });
  });

  it('is not for pages of other origins', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await test.send('POST', '/__emulator/reset', {}, headers)).status).toBe(403);
  });

  it('knows no other endpoint', async () => {
    expect((await control('GET', 'nothing')).status).toBe(404);
  });
});
