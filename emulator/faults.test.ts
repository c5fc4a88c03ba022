import { createClient } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { services } from '@/lib/scalekit/services';
import { TestEmulator } from './test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterEach(() => test.emulator.faults.clear());
afterAll(() => test.stop());

const list = () => test.call('GET', '/organizations');

describe('faults', () => {
  it.each([
    [400, 3, 'INVALID_ARGUMENT'],
    [401, 16, 'UNAUTHENTICATED'],
    [403, 7, 'PERMISSION_DENIED'],
    [404, 5, 'NOT_FOUND'],
    [409, 6, 'ALREADY_EXISTS'],
    [429, 8, 'RATE_LIMITED'],
    [500, 13, 'INTERNAL'],
    [503, 14, 'UNAVAILABLE'],
    [504, 4, 'DEADLINE_EXCEEDED'],
  ])('%i comes with gRPC code %i and %s', async (status, code, errorCode) => {
    test.emulator.faults.add({ status });
    const answer = await list();
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code, details: [{ error_code: errorCode }] });
  });

  it('carries its own words, violations and delay', async () => {
    const violation = { field: 'organization.slug', description: 'taken', constraint: 'unique' };
    test.emulator.faults.add({
      status: 400,
      errorCode: 'DUPLICATE_IDENTIFIER',
      message: 'no',
      fieldViolations: [violation],
      retryAfterSeconds: 7,
    });
    const { json, headers } = await list();
    expect(json).toMatchObject({ message: 'no', details: [{ error_code: 'DUPLICATE_IDENTIFIER' }] });
    expect(json.details[0].validation_error_info.field_violations).toEqual([violation]);
    expect(headers.get('retry-after')).toBe('7');
  });

  it('spoils the next N calls and no more', async () => {
    test.emulator.faults.add({ status: 503, times: 2 });
    expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([503, 503, 200]);
    expect(test.emulator.faults.list()).toEqual([]);
  });

  it.each(['organizations.listOrganization', 'organizations', 'listOrganization', '*'])(
    'meets the operation under the name %s',
    async (operation) => {
      test.emulator.faults.add({ operation, status: 500 });
      expect((await list()).status).toBe(500);
    },
  );

  it('leaves other operations and the token endpoint alone', async () => {
    test.emulator.faults.add({ operation: 'tokens', status: 500 });
    expect((await list()).status).toBe(200);
    test.emulator.faults.add({ status: 500 });
    expect((await test.send('POST', '/oauth/token')).status).not.toBe(500);
  });

  it('meets the token endpoint by its path', async () => {
    test.emulator.faults.add({ operation: 'oauth/token', status: 503 });
    expect((await test.send('POST', '/oauth/token')).status).toBe(503);
  });

  it('waits', async () => {
    test.emulator.faults.add({ latencyMs: 120 });
    const start = performance.now();
    expect((await list()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(100);
  });

  it('cuts the connection', async () => {
    test.emulator.faults.add({ answer: 'reset' });
    await expect(list()).rejects.toThrow();
  });

  it('cuts the answer short', async () => {
    test.emulator.faults.add({ answer: 'truncated' });
    await expect(list()).rejects.toThrow();
  });

  it('answers with something that is not JSON, or JSON of another shape', async () => {
    test.emulator.faults.add({ answer: 'not-json', status: 502, times: 1 });
    test.emulator.faults.add({ answer: 'other-shape', times: 1 });
    expect(await list()).toMatchObject({ status: 502, json: expect.stringContaining('<html>') });
    expect(await list()).toMatchObject({ status: 200, json: [{ this_is: 'another shape' }] });
  });

  it('may let the write happen first', async () => {
    const before = test.emulator.store.organizations.size;
    test.emulator.faults.add({ operation: 'createOrganization', answer: 'reset', when: 'after' });
    await expect(test.organization()).rejects.toThrow();
    expect(test.emulator.store.organizations.size).toBe(before + 1);
  });

  it('cuts a gRPC connection, and the next call gets a new one', async () => {
    const transport = createGrpcTransport({ baseUrl: test.emulator.url });
    const headers = { authorization: `Bearer ${test.token}` };
    const organizations = createClient(services.organizations, transport);
    test.emulator.faults.add({ answer: 'reset', times: 1 });
    await expect(organizations.listOrganization({}, { headers })).rejects.toThrow();
    expect(await organizations.listOrganization({}, { headers })).toMatchObject({
      organizations: expect.any(Array),
    });
  });
});
