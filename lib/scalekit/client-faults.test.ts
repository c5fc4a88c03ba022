import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, stubClient } from '@/tests/setup/stub-client';
import {
  hangUp,
  json,
  type StubScalekit,
  silence,
  startStubScalekit,
  text,
} from '@/tests/setup/stub-scalekit';
import { createBudget } from './budget';
import type { ScalekitClient } from './client';
import { createTokenSource } from './token';

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
const write = (signal?: AbortSignal) =>
  scalekit.organizations.createOrganization({ organization: { displayName: 'Acme' } }, { signal });

describe('silence', () => {
  beforeEach(() => {
    scalekit = stubClient(stub, { timeoutMs: 300 });
  });

  it('on a read is a time-out, and is not tried again', async () => {
    stub.answer(silence);
    const error = await errorOf(read());
    expect(error).toMatchObject({
      code: 'unavailable',
      unknown: false,
      requestId: expect.stringMatching(/^kd_/),
    });
    expect(error.message).toBe('Scalekit did not answer in time.');
    expect(stub.requests).toHaveLength(1);
  });

  it('on a write leaves its outcome unknown, and says so', async () => {
    stub.answer(silence);
    const error = await errorOf(write());
    expect(error).toMatchObject({ code: 'unavailable', unknown: true });
    expect(error.message).toContain('It is unknown whether the change was made');
    expect(stub.requests).toHaveLength(1);
  });

  it('while the token is minted is no unknown write: nothing was sent', async () => {
    stub.answerMint(silence);
    expect(await errorOf(write())).toMatchObject({ code: 'unavailable', unknown: false });
    expect(stub.requests).toHaveLength(0);
  });

  it('in the middle of the body is a time-out as well', async () => {
    stub.answer((response) => response.writeHead(200).write('{"organization":'));
    expect(await errorOf(write())).toMatchObject({ code: 'unavailable', unknown: true });
  });
});

describe('a caller that gives up', () => {
  it('after sending leaves a write unknown', async () => {
    const controller = new AbortController();
    stub.answer(() => controller.abort());
    expect(await errorOf(write(controller.signal))).toMatchObject({ code: 'unavailable', unknown: true });
  });

  it('before sending leaves nothing behind', async () => {
    const error = await errorOf(write(AbortSignal.abort()));
    expect(error).toMatchObject({ code: 'unavailable', unknown: false });
    expect(stub.requests).toHaveLength(0);
  });
});

describe('a lost connection', () => {
  it('on a write is unknown and not repeated', async () => {
    stub.answer(hangUp);
    expect(await errorOf(write())).toMatchObject({ code: 'unavailable', unknown: true });
    expect(stub.requests).toHaveLength(1);
  });

  it('in the middle of the answer is one too', async () => {
    stub.answer((response) => {
      response
        .writeHead(200, { 'content-length': '5000' })
        .write('{"organization":', () => response.destroy());
    });
    const error = await errorOf(write());
    expect(error).toMatchObject({ code: 'unavailable', unknown: true });
    expect(error.message).toContain('broke off');
  });
});

describe('connection refused', () => {
  it('never sent anything: a write has failed for certain', async () => {
    const url = await closedUrl();
    const environment = { ...stub.environment, url };
    const tokens = createTokenSource(stub.environment, { fetch, timeoutMs: 300, now: Date.now });
    scalekit = stubClient({ ...stub, environment }, { tokens });
    const error = await errorOf(write());
    expect(error).toMatchObject({ code: 'unavailable', unknown: false });
    expect(error.message).toBe(`Scalekit cannot be reached at ${new URL(url).host}. Nothing was changed.`);
  });

  it('already when the token is minted says the same of a read', async () => {
    const url = await closedUrl();
    scalekit = stubClient({ ...stub, environment: { ...stub.environment, url } });
    const error = await errorOf(read());
    expect(error.message).toBe(`Scalekit cannot be reached at ${new URL(url).host}.`);
  });
});

describe('an answer in another form', () => {
  it.each([
    ['a web page', text(200, '<!doctype html><p>Sign in to the hotel network</p>')],
    ['half of a document', text(200, '{"organization":{"id":')],
    ['JSON of another shape', json(200, { organization: ['org_1'] })],
    ['a list', json(200, [1, 2])],
    ['more than 10 MB', text(200, `{"x":"${'a'.repeat(10 * 1024 * 1024)}"}`)],
  ])('%s is unavailable; a write may have happened', async (_name, answer) => {
    stub.answer((response, request) => {
      response.setHeader('x-trace-id', 'trace-9');
      answer(response, request);
    });
    const readError = await errorOf(read());
    expect(readError).toMatchObject({ code: 'unavailable', unknown: false });
    expect(readError.requestId).toMatch(/^trace-9$|^kd_/);
    expect(readError.message).toMatch(/form that Keydesk does not understand|more than 10 MB/);
    expect(await errorOf(write())).toMatchObject({ code: 'unavailable', unknown: true });
    expect(stub.requests).toHaveLength(2);
  });

  it('names the trace id when only the shape is wrong', async () => {
    stub.answer(json(200, { organization: 7 }, { 'x-trace-id': 'trace-10' }));
    expect((await errorOf(read())).requestId).toBe('trace-10');
  });

  it('a redirect is not followed: the token would travel with it', async () => {
    stub.answer(text(302, '', { location: `${stub.environment.url}/elsewhere` }));
    expect(await errorOf(read())).toMatchObject({ code: 'unavailable' });
    expect(stub.requests.map((request) => request.path)).toEqual(['/api/v1/organizations/org_1']);
  });

  it('a 404 page is not a missing record: the URL is some other server', async () => {
    stub.answer(text(404, '<h1>Not found</h1>'));
    expect(await errorOf(read())).toMatchObject({ code: 'unavailable' });
  });

  it('ignores fields and enum names that only newer servers know', async () => {
    stub.answer(json(200, { organization: { id: 'org_1', region_code: 'MOON', colour: 'blue' } }));
    expect((await read()).organization?.id).toBe('org_1');
  });

  it('reads an empty answer to a delete', async () => {
    stub.answer((response) => response.writeHead(204).end());
    await expect(
      scalekit.organizations.deleteOrganization({ identities: { case: 'id', value: 'org_1' } }),
    ).resolves.toBeDefined();
  });
});

describe('Postgres that is down', () => {
  it('stops the call before it leaves, in words', async () => {
    const budget = createBudget('production', 'person', { perMinute: 300 });
    scalekit = stubClient(stub, { budget });
    const error = await errorOf(write());
    expect(error).toMatchObject({ code: 'unavailable', unknown: false });
    expect(error.message).toBe("Keydesk's database does not answer, so nothing was sent to Scalekit.");
    expect(stub.requests).toHaveLength(0);
  });
});

/** A loopback URL on which nothing listens. */
async function closedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
