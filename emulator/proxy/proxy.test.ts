import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgentFixture, tokens } from '../connected-accounts/agent-fixture';

let agents: AgentFixture;

beforeAll(async () => {
  agents = await AgentFixture.start();
  for (const name of ['gmail', 'slack', 'github']) {
    await agents.connection(name);
    await agents.account(name, 'ines@example.com');
  }
  await agents.connection('asana');
  await agents.account('asana', 'ines@example.com');
});
afterAll(() => agents.stop());

const proxy = (path: string, connection: string, init: { method?: string; body?: object } = {}) =>
  agents.test.send(init.method ?? 'GET', `/proxy${path}`, init.body as never, {
    connection_name: connection,
    identifier: 'ines@example.com',
  });

it("answers with the provider's own words", async () => {
  const profile = await proxy('/gmail/v1/users/me/profile', 'gmail');
  expect(profile).toMatchObject({ status: 200, json: { emailAddress: 'ines@example.com' } });
  const message = { channel: 'general', text: 'hello' };
  const sent = await proxy('/api/chat.postMessage', 'slack', { method: 'POST', body: message });
  expect(sent.json).toMatchObject({ ok: true, message: { text: 'hello' } });
});

it("passes the provider's refusals on", async () => {
  expect((await proxy('/repos/ines/nope', 'github')).json).toEqual({
    error: 'not_found',
    message: 'Not Found',
  });
  expect((await proxy('/gmail/v1/nothing', 'gmail')).status).toBe(404);
});

it('has error bodies of its own', async () => {
  const unknown = await proxy('/x', 'nope');
  expect([unknown.status, unknown.json]).toEqual([
    404,
    { detail: 'connection not found', code: 'NOT_FOUND' },
  ]);
  const off = await proxy('/x', 'asana');
  expect([off.status, off.json.code]).toEqual([400, 'TOOL_PROXY_DISABLED']);
  const bare = await fetch(`${agents.test.emulator.url}/proxy/x`, {
    headers: { authorization: 'Bearer no' },
  });
  expect([bare.status, await bare.json()]).toEqual([401, { detail: 'invalid token', code: 'UNAUTHORIZED' }]);
});

it('does not act for an account that has to be connected again', async () => {
  await agents.connection('hubspot');
  await agents.account('hubspot', 'ines@example.com', tokens(null));
  await agents.test.moveClock(2 * 3_600_000);
  const answer = await proxy('/crm/v3/objects/contacts', 'hubspot');
  expect([answer.status, answer.json.code]).toEqual([401, 'UNAUTHORIZED']);
  await agents.test.moveClock();
});

it('can be spoilt by faults, and is journaled without its path', async () => {
  agents.test.emulator.faults.add({ operation: 'proxy', times: 1, status: 503 });
  expect((await proxy('/gmail/v1/users/me/profile', 'gmail')).status).toBe(503);
  expect(agents.test.emulator.journal.list('proxy').at(-1)).toMatchObject({ path: '/proxy', status: 503 });
});
