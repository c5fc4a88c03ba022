import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { proxyUrl } from '@/lib/scalekit/proxy';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { sendProxyRequest } from './actions';
import { admin, newAccount, requestInput } from './test-tools';

withTestDatabase();
const emulator = withEmulator();

const lastRun = () => db().toolRun.findFirst({ orderBy: { id: 'desc' } });

describe('sendProxyRequest', () => {
  it("gives the provider's answer, and keeps neither path nor body", async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const input = await requestInput();
    const answer = await write(sendProxyRequest, input, somebody);
    expect(answer).toMatchObject({ status: 200, truncated: false });
    expect(JSON.parse(answer.body)).toMatchObject({ emailAddress: input.identifier });
    expect(answer.headers).toContainEqual(['content-type', expect.stringMatching(/json/)]);
    const log = await logOf(somebody);
    expect(log).toMatchObject([{ kind: 'intent' }, { kind: 'outcome', details: { status: 200 } }]);
    expect(JSON.stringify(log)).not.toContain('/gmail/v1');
    expect(await lastRun()).toMatchObject({ kind: 'proxy', name: 'GET', outcome: 'ok', status: 200 });
  });

  it.each(['json', 'form'] as const)('sends a body as %s', async (bodyKind) => {
    const account = await newAccount('SLACK');
    const body = bodyKind === 'json' ? '{"channel":"general","text":"hello"}' : 'channel=general\ntext=hello';
    const input = {
      method: 'POST' as const,
      path: '/api/chat.postMessage',
      bodyKind,
      body,
      reason: 'ticket',
      ...account,
    };
    const answer = await write(sendProxyRequest, input, admin);
    // The emulator's provider reads JSON alone.
    expect(answer.status).toBe(bodyKind === 'json' ? 200 : 400);
  });

  it("shows the provider's own refusal as an answer", async () => {
    const input = await requestInput({ path: '/nowhere', query: 'a=1\nb=2', headers: 'x-note: kind' });
    expect(await write(sendProxyRequest, input, admin)).toMatchObject({ status: 404 });
    expect(await lastRun()).toMatchObject({ outcome: 'provider', status: 404 });
  });

  it('says what Scalekit itself refuses', async () => {
    const gone = await failureOf(write(sendProxyRequest, await requestInput({ connector: 'nobody' }), admin));
    expect(gone).toMatchObject({ code: 'not_found', message: expect.stringMatching(/no such account/) });
    const off = { ...(await requestInput()), ...(await newAccount('ASANA')) };
    expect((await failureOf(write(sendProxyRequest, off, admin))).message).toMatch(/switched off/);
  });

  it.each<[string, object, string]>([
    ['no path', { path: '' }, 'path'],
    ['a path with a query', { path: '/a?b=1' }, 'path'],
    ['a way out of the proxy', { path: '/../api/v1/organizations' }, 'path'],
    ['the same, encoded', { path: '/%2e%2e/api/v1/organizations' }, 'path'],
    ["somebody else's authorization", { headers: 'Authorization: Bearer x' }, 'headers'],
    ['another account by a header', { headers: 'identifier: jo' }, 'headers'],
    ['a header without a name', { headers: ': x' }, 'headers'],
    ['a query without a name', { query: 'x' }, 'query'],
    ['JSON that is none', { method: 'POST', bodyKind: 'json', body: '{' }, 'body'],
    ['a GET with a body', { bodyKind: 'text', body: 'x' }, 'bodyKind'],
    ['no connection', { connector: '' }, 'connector'],
    ['no reason', { reason: '' }, 'reason'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(sendProxyRequest, await requestInput(change), admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('is for admins in production', async () => {
    const error = await failureOf(write(sendProxyRequest, await requestInput()));
    expect(error.message).toMatch(/tool\.proxy in production/);
  });

  itFailsInWords({
    action: sendProxyRequest,
    emulator,
    operation: 'proxy',
    input: requestInput,
    principal: { role: 'admin' },
  });
});

describe('proxyUrl', () => {
  it('stays below the proxy, whatever the path', () => {
    const url = (path: string) =>
      proxyUrl('https://acme.scalekit.example', { path, query: [['q', 'a b&c']] });
    expect(url('//evil.example/x')).toBe('https://acme.scalekit.example/proxy/evil.example/x?q=a+b%26c');
    expect(url('/a/../b')).toBe('https://acme.scalekit.example/proxy/b?q=a+b%26c');
    expect(() => url('..\\..\\api')).toThrow(/without/);
    expect(() => url('a/../../oauth/token')).toThrow(/without/);
  });
});
