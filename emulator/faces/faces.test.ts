import { connect } from 'node:http2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

const bearer = (value: string) => ({ authorization: value });

describe('the REST face', () => {
  it('answers with the documented headers', async () => {
    const { status, headers } = await test.call('GET', '/organizations');
    expect(status).toBe(200);
    expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('emits zero values and leaves unset optionals out', async () => {
    const { json } = await test.call('GET', '/organizations');
    expect(json).toEqual({ organizations: [], next_page_token: '', prev_page_token: '', total_size: 0 });
    const organization = await test.organization();
    expect(organization.metadata).toEqual({});
    expect(organization).not.toHaveProperty('external_id');
  });

  it('asks for a token in the documented words', async () => {
    const { status, json } = await test.send('GET', '/api/v1/organizations', undefined, bearer(''));
    expect(status).toBe(401);
    expect(json).toEqual({
      code: 16,
      message: 'Token empty',
      details: [
        {
          '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo',
          error_code: 'UNAUTHENTICATED',
        },
      ],
    });
  });

  it('refuses garbage, and a token when its day is over', async () => {
    const garbage = await test.send('GET', '/api/v1/organizations', undefined, bearer('Bearer x.y.z'));
    expect(garbage.status).toBe(401);
    test.emulator.clock.shift(25 * 3_600_000);
    expect((await test.call('GET', '/organizations')).status).toBe(401);
    test.emulator.clock.reset();
    expect((await test.call('GET', '/organizations')).status).toBe(200);
  });

  it.each([
    ['GET', '/organizations/org_1/portal_links'],
    ['GET', '/scopes'],
    ['POST', '/tokens:fetch'],
  ])('%s %s may not be called with a client token', async (verb, path) => {
    const { status, json } = await test.call(verb, path, verb === 'POST' ? {} : undefined);
    expect([status, json.code, json.details[0].error_code]).toEqual([403, 7, 'PERMISSION_DENIED']);
  });

  it('knows no other route', async () => {
    const { status, json } = await test.call('GET', '/nothing');
    expect([status, json.code]).toEqual([404, 5]);
  });

  it.each([['{'], ['[1]'], ['"text"']])('refuses the body %s', async (body) => {
    const response = await fetch(`${test.emulator.url}/api/v1/organizations`, {
      method: 'POST',
      headers: bearer(`Bearer ${test.token}`),
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 3, details: [{ error_code: 'INVALID_ARGUMENT' }] });
  });

  it('refuses a body beyond 4 MiB', async () => {
    const { status } = await test.call('POST', '/organizations', { display_name: 'x'.repeat(5_000_000) });
    expect(status).toBe(429);
  });

  it('speaks cleartext HTTP/2 on the same port', async () => {
    const session = connect(test.emulator.url);
    const headers = { ':path': '/api/v1/organizations', ...bearer(`Bearer ${test.token}`) };
    const status = await new Promise((resolve, reject) => {
      const request = session.request(headers);
      request.on('response', (answer) => resolve(answer[':status'])).on('error', reject);
    });
    session.close();
    expect(status).toBe(200);
  });
});

describe('the front page', () => {
  it('says what this is', async () => {
    const { status, headers, json: html } = await test.send('GET', '/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(html).toContain('Scalekit emulator');
    expect(html).toContain('/__emulator/journal');
  });

  it('is not everywhere', async () => {
    expect((await test.send('GET', '/elsewhere')).status).toBe(404);
  });
});
