import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, stubClient } from '@/tests/setup/stub-client';
import {
  hangUp,
  json,
  type StubScalekit,
  silence,
  startStubScalekit,
  text,
} from '@/tests/setup/stub-scalekit';
import { checkCredentials, createTokenSource } from './token';

const never = () => new AbortController().signal;

let stub: StubScalekit;
let now: number;
beforeEach(async () => {
  stub = await startStubScalekit();
  now = 0;
});
afterEach(() => stub.stop());

const source = () => createTokenSource(stub.environment, { fetch, timeoutMs: 300, now: () => now });

describe('a token', () => {
  it('is asked for with the client credentials, in the body', async () => {
    await source().current(never());
    const [mint] = stub.mints;
    expect(mint).toMatchObject({ verb: 'POST', path: '/oauth/token' });
    expect(mint?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(mint?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: stub.environment.clientId,
      client_secret: stub.environment.clientSecret,
    });
  });

  it('is minted once for fifty callers at a time', async () => {
    const tokens = source();
    const values = await Promise.all(Array.from({ length: 50 }, () => tokens.current(never())));
    expect(new Set(values)).toEqual(new Set(['token-1']));
    expect(stub.mints).toHaveLength(1);
  });

  it('is kept until five minutes before its end', async () => {
    const tokens = source();
    await tokens.current(never());
    now = (86_399 - 301) * 1000;
    expect(await tokens.current(never())).toBe('token-1');
    now = (86_399 - 299) * 1000;
    expect(await tokens.current(never())).toBe('token-2');
  });

  it('that lives only five minutes is kept for half of them', async () => {
    stub.answerMint(json(200, { access_token: 'short', expires_in: 300 }));
    const tokens = source();
    await tokens.current(never());
    now = 149_000;
    expect(await tokens.current(never())).toBe('short');
    now = 151_000;
    expect(await tokens.current(never())).toBe('token-2');
  });

  it('that was refused is replaced once, however many were refused with it', async () => {
    const tokens = source();
    const refused = await tokens.current(never());
    const renewed = await Promise.all(Array.from({ length: 20 }, () => tokens.renew(refused, never())));
    expect(new Set(renewed)).toEqual(new Set(['token-2']));
    expect(await tokens.renew(refused, never())).toBe('token-2');
    expect(stub.mints).toHaveLength(2);
  });

  it('reaches the others when one caller gives up', async () => {
    const tokens = source();
    const controller = new AbortController();
    const given = tokens.current(controller.signal);
    const kept = tokens.current(never());
    controller.abort();
    await expect(given).rejects.toThrow('aborted');
    expect(await kept).toBe('token-1');
    expect(stub.mints).toHaveLength(1);
  });

  it('is asked for again after a failure', async () => {
    const tokens = source();
    stub.answerMint(json(500, {}));
    await errorOf(tokens.current(never()));
    expect(await tokens.current(never())).toBe('token-2');
  });
});

describe('credentials that do not work', () => {
  it('are named as Keydesk’s own problem, without the secret', async () => {
    const description = `client secret ${stub.environment.clientSecret} is wrong`;
    stub.answerMint(json(401, { error: 'invalid_client', error_description: description }));
    const error = await errorOf(stubClient(stub).tokens.validateToken({ token: 'x' }));
    expect(error.code).toBe('unavailable');
    expect(error.message).toBe(
      "Scalekit refused Keydesk's credentials for production (invalid_client). Whoever runs Keydesk has to check this environment's client id and client secret.",
    );
    expect(stub.requests).toHaveLength(0);
  });

  it.each([
    ['a web page', text(200, '<html>'), /does not understand/],
    ['JSON of another shape', json(200, { token: 'x' }), /does not understand/],
    ['a web page under 404', text(404, '<html>'), /HTTP 404/],
    ['429', json(429, {}), /rate limit for production/],
    ['503', json(503, {}), /HTTP 503/],
    ['a lost connection', hangUp, /broke off/],
    ['silence', silence, /did not answer in time/],
  ])('%s says so, and the secret is nowhere in the error', async (_name, answer, message) => {
    stub.answerMint(answer);
    const error = await errorOf(checkCredentials(stub.environment, 300));
    expect(error.message).toMatch(message);
    expect(error.code).not.toBe('unauthenticated');
    expect(inspect(error, { depth: 10 })).not.toContain(stub.environment.clientSecret);
  });

  it('pass the test at boot when they are right', async () => {
    await expect(checkCredentials(stub.environment)).resolves.toBeUndefined();
  });
});
