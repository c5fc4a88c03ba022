import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endlessBudget, errorOf, stubClient } from '@/tests/setup/stub-client';
import { errorBody, json, type StubScalekit, startStubScalekit, text } from '@/tests/setup/stub-scalekit';
import type { ScalekitClient } from './client';

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
const write = (displayName = 'Acme') =>
  scalekit.organizations.createOrganization({ organization: { displayName } });

describe('a request', () => {
  it('carries the token, a name and a request id, and no body on GET', async () => {
    stub.answer(json(200, { organization: { id: 'org_1', display_name: 'Acme' } }));
    const { organization } = await read();
    expect(organization?.displayName).toBe('Acme');
    const [request] = stub.requests;
    expect(request).toMatchObject({ verb: 'GET', path: '/api/v1/organizations/org_1', body: '' });
    expect(request?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer token-\d+$/),
      'user-agent': expect.stringMatching(/^keydesk\/\d+\.\d+\.\d+$/),
      'x-request-id': expect.stringMatching(/^kd_[0-9a-f-]{36}$/),
    });
    expect(request?.headers['content-type']).toBeUndefined();
  });

  it('carries JSON in snake_case on a write, and accepts 201', async () => {
    stub.answer(json(201, { organization: { id: 'org_1' } }));
    await write();
    const [request] = stub.requests;
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(request?.body ?? '')).toEqual({ display_name: 'Acme' });
  });

  it('keeps connections alive', async () => {
    stub.answer(json(200, {}));
    for (let count = 0; count < 10; count += 1) await read();
    // Two, not one: Node frees a connection a moment after the end of the body.
    expect(new Set(stub.requests.map((request) => request.connection)).size).toBeLessThanOrEqual(2);
  });
});

describe('an error answer', () => {
  it('400 with violations names the fields by their form paths', async () => {
    const violations = [
      { field: 'organization.display_name', description: 'value length must be at least 1 characters' },
      { field: 'organization.metadata["plan"]', description: 'value is required' },
      { field: '', description: 'provider or provider_key is required' },
    ];
    const info = {
      error_code: 'INVALID_ARGUMENT',
      validation_error_info: { field_violations: violations },
      request_info: { request_id: 'req_7' },
    };
    stub.answer(json(400, errorBody(3, 'validation error', info)));
    const error = await errorOf(write(''));
    expect(error).toMatchObject({
      code: 'invalid',
      unknown: false,
      requestId: 'req_7',
      fieldErrors: {
        displayName: 'Value length must be at least 1 characters.',
        'metadata.plan': 'Value is required.',
        root: 'Provider or provider_key is required.',
      },
    });
    expect(error.message).toBe(
      'Scalekit did not accept display name, metadata.plan. Provider or provider_key is required.',
    );
  });

  it.each([
    [400, errorBody(3, 'Invalid page token'), 'invalid', /did not accept this\. Invalid page token\.$/],
    [400, errorBody(3, 'key_id taken', { error_code: 'DUPLICATE_IDENTIFIER' }), 'conflict', /Key_id taken\./],
    [400, errorBody(9, 'directory is enabled'), 'conflict', /Directory is enabled\./],
    [403, errorBody(7, 'preview'), 'forbidden', /refuses this in production\. Preview\. .*switched off/],
    [404, errorBody(5, 'organization not found'), 'not_found', /no such record\. Organization not found\./],
    [409, errorBody(6, 'slug is taken'), 'conflict', /already at Scalekit\. Slug is taken\./],
    [500, errorBody(13, 'boom'), 'unavailable', /HTTP 500\)\. Boom\./],
    [501, errorBody(12, 'ListTools'), 'unavailable', /does not offer this in production\. ListTools\./],
    [418, { detail: 'a teapot' }, 'internal', /HTTP 418\)\. A teapot\./],
  ])('%i %j becomes %s', async (status, body, code, message) => {
    stub.answer(json(status, body, { 'x-trace-id': 'trace-1' }));
    const error = await errorOf(write());
    expect(error).toMatchObject({ code, unknown: false, requestId: 'trace-1' });
    expect(error.message).toMatch(message);
    expect(stub.requests).toHaveLength(1);
  });

  it('429 says when to come back', async () => {
    stub.answer(json(429, errorBody(8, 'slow down'), { 'retry-after': '7' }));
    const error = await errorOf(write());
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 7_000 });
  });

  it('of a tool is not Scalekit’s: its rate limit does not slow Keydesk down', async () => {
    let limits = 0;
    const reportLimit = async () => {
      limits += 1;
    };
    scalekit = stubClient(stub, { budget: { ...endlessBudget, reportLimit } });
    const info = { error_code: 'TOOL_ERROR', tool_error_info: { tool_error_message: 'slack is busy' } };
    stub.answer(json(429, errorBody(8, 'tool failed', info)));
    const error = await errorOf(scalekit.tools.executeTool({ toolName: 'slack_send' }));
    expect(error).toMatchObject({
      code: 'rate_limited',
      message: 'The tool reported an error. Slack is busy.',
    });
    expect(limits).toBe(0);
    stub.answer(json(401, errorBody(16, 'expired', { error_code: 'REAUTHENTICATION_NEEDED' })));
    expect(await errorOf(scalekit.tools.executeTool({ toolName: 'slack_send' }))).toMatchObject({
      code: 'conflict',
    });
    expect(stub.requests).toHaveLength(2);
  });

  it('understands a date in Retry-After', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    stub.answer(json(429, {}, { 'retry-after': date }));
    const { retryAfterMs = 0 } = await errorOf(write());
    expect(retryAfterMs).toBeGreaterThan(55_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it.each([502, 504])('%i leaves the outcome of a write unknown', async (status) => {
    stub.answer(text(status, '<h1>Bad gateway</h1>'));
    expect(await errorOf(write())).toMatchObject({ code: 'unavailable', unknown: true });
    expect(await errorOf(read())).toMatchObject({ code: 'unavailable', unknown: false });
  });

  it('quotes our own request id when Scalekit sends none', async () => {
    stub.answer(json(500, {}));
    const error = await errorOf(write());
    expect(error.requestId).toBe(stub.requests[0]?.headers['x-request-id']);
  });

  it('never repeats a key that upstream echoes', async () => {
    const key = 'abcDEF0123456789abcDEF0123456789abcDEF0123456789';
    stub.answer(json(404, errorBody(5, `token ${key} not found`)));
    const error = await errorOf(scalekit.tokens.validateToken({ token: key }));
    expect(error.message).toBe('Scalekit has no such record. Token … not found.');
  });
});

describe('a refusal under 200', () => {
  it('is a conflict in Scalekit’s own words', async () => {
    stub.answer(
      json(
        200,
        { enabled: true, error_message: 'The directory is already enabled' },
        { 'x-trace-id': 'trace-2' },
      ),
    );
    const call = scalekit.directories.enableDirectory({ organizationId: 'org_1', id: 'dir_1' });
    const error = await errorOf(call);
    expect(error).toMatchObject({ code: 'conflict', requestId: 'trace-2' });
    expect(error.message).toBe('Scalekit did not do this. The directory is already enabled.');
  });
});

describe('a 401', () => {
  it('is answered with a fresh token, on writes too', async () => {
    stub.answer(json(401, errorBody(16, 'expired')), json(201, { organization: { id: 'org_1' } }));
    const { organization } = await write();
    expect(organization?.id).toBe('org_1');
    const [first, second] = stub.requests.map((request) => request.headers.authorization);
    expect(second).not.toBe(first);
  });

  it('that stays is about Keydesk’s credentials, not about the person', async () => {
    stub.answer(json(401, errorBody(16, 'Token empty')));
    const error = await errorOf(write());
    expect(error.code).toBe('unavailable');
    expect(error.message).toContain("Scalekit refused Keydesk's credentials for production");
    expect(stub.requests).toHaveLength(2);
  });

  it('about a pasted key is about that key', async () => {
    stub.answer(json(401, errorBody(16, 'token validation failed')));
    expect(await errorOf(scalekit.tokens.validateToken({ token: 'x' }))).toMatchObject({ code: 'invalid' });
  });

  it('about a one-time code is not sent twice: it would cost a try', async () => {
    stub.answer(json(401, errorBody(16, 'wrong code')));
    const call = scalekit.passwordless.verifyPasswordlessEmail({
      authRequestId: 'r',
      authCredential: { case: 'code', value: '1' },
    });
    expect(await errorOf(call)).toMatchObject({ code: 'invalid' });
    expect(stub.requests).toHaveLength(1);
  });
});
