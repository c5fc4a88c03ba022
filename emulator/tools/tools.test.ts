import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentFixture, tokens } from '../connected-accounts/agent-fixture';
import type { Json } from '../test-client';
import { imitations } from './imitations/all';
import { namesOf } from './names';

let agents: AgentFixture;
const call = (...request: Parameters<AgentFixture['test']['call']>) => agents.test.call(...request);
const execute = (body: object) => call('POST', '/execute_tool', body as Json);

beforeAll(async () => {
  agents = await AgentFixture.start();
  for (const name of ['gmail', 'github', 'asana']) {
    await agents.connection(name);
    await agents.account(name, 'ines@example.com');
  }
});
afterAll(() => agents.stop());

describe('the catalogue', () => {
  it('has every tool of the index, a page at a time in both directions', async () => {
    const first = (await call('GET', '/tools?filter.summary=true&page_size=100')).json;
    expect(first).toMatchObject({ total_size: 15_956, tools: [] });
    const path = `/tools?filter.summary=true&page_size=100&page_token=`;
    const second = (await call('GET', path + encodeURIComponent(first.next_page_token))).json;
    expect(second.tool_names[0] > first.tool_names[99]).toBe(true);
    const back = (await call('GET', path + encodeURIComponent(second.prev_page_token))).json;
    expect(back.tool_names).toEqual(first.tool_names);
  });

  it('describes the tools of a provider', async () => {
    const { json } = await call('GET', '/tools?filter.provider=GMAIL&filter.tool_name=gmail_send_message');
    expect(json).toMatchObject({ total_size: 1, tools: [{ provider: 'GMAIL', is_default: true }] });
    expect(json.tools[0].definition).toMatchObject({
      name: 'gmail_send_message',
      input_schema: { type: 'object', required: ['to', 'subject', 'body'] },
    });
  });

  it('knows every imitated tool by its name', () => {
    const runnable = Object.entries(imitations);
    expect(runnable).toHaveLength(12);
    for (const [slug, tools] of runnable) {
      expect(tools.length).toBeGreaterThanOrEqual(3);
      for (const { name } of tools) expect(namesOf(slug)).toContain(name);
    }
  });

  it("offers what the environment's own MCP servers do, under the key of the connection", async () => {
    const pattern = { type: 'BEARER', display_name: 'Token', is_mcp: true, fields: [] };
    const { provider } = (
      await call('POST', '/custom-providers', {
        display_name: 'Tidewater MCP',
        auth_patterns: [pattern],
        proxy_url: 'https://mcp.tidewater.example',
      })
    ).json;
    const connection = { provider_key: provider.identifier, type: 'BEARER', key_id: 'tidewater' };
    await call('POST', '/connections?flags.is_app=true', connection);
    await call('POST', '/connected_accounts', {
      connector: 'tidewater',
      identifier: 'ora@example.com',
      connected_account: { authorization_details: { static_auth: { details: { token: 'made-up' } } } },
    });
    const path = `/tools?filter.provider=${provider.identifier}&filter.summary=true`;
    expect((await call('GET', path)).json.tool_names).toContain('c-tidewater_search_records');
    const params = { query: 'invoice', limit: 2 };
    const run = { tool_name: 'c-tidewater_search_records', identifier: 'ora@example.com', params };
    expect((await execute(run)).json.data.records).toHaveLength(2);
  });

  it('takes tools of the environment', async () => {
    const definition = { name: 'acme_lookup', schema_version: '1', tool_version: '1' };
    const { tool } = (await call('POST', '/tools', { definition, provider: 'ACME' })).json;
    expect((await call('GET', '/tools?filter.query=acme_look')).json.tools).toMatchObject([{ id: tool.id }]);
    const second = { definition: { ...definition, tool_version: '2' }, provider: 'ACME' };
    await call('POST', '/tools', second);
    const choice = { name: 'acme_lookup', schema_version: '1', tool_version: '2' };
    expect((await call('POST', '/tools:set_default', choice)).json.tool).toMatchObject({ is_default: true });
    expect((await call('DELETE', `/tools/${tool.id}`)).status).toBe(200);
    expect((await call('DELETE', '/tools/tol_1')).status).toBe(404);
  });

  it('is limited to what a person can run', async () => {
    const none = (await call('GET', '/tools/available?identifier=nobody')).json;
    expect(none).toMatchObject({ tools: [], total_size: 0 });
    const mine = (await call('GET', '/tools/available?identifier=ines@example.com')).json;
    expect(mine.total_size).toBe(56 + 217 + 210);
    const path = '/tools/scoped?identifier=ines@example.com&filter.connection_names=gmail&page_size=5';
    const scoped = (await call('GET', path)).json;
    expect(scoped).toMatchObject({ total_size: 56 });
    expect(scoped.tools[0]).toMatchObject({ connected_account_id: expect.stringMatching(/^ca_/) });
  });
});

describe('execute_tool', () => {
  const mine = { identifier: 'ines@example.com' };

  it('answers as the provider would', async () => {
    const { status, json } = await execute({ ...mine, tool_name: 'gmail_get_profile' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: { emailAddress: 'ines@example.com' },
      execution_id: expect.any(String),
    });
    const again = await execute({ ...mine, tool_name: 'gmail_get_profile', params: {} });
    expect(again.json.data).toEqual(json.data);
  });

  it('runs every imitation with the least it asks for', () => {
    const least: Record<string, Json> = {
      owner: 'o',
      repo: 'docs',
      title: 't',
      to: 'a@example.com',
      subject: 's',
      body: 'b',
      text: 'x',
      channel: 'general',
      summary: 's',
      start_datetime: '2026-01-01T00:00:00Z',
      file_id: 'f',
      name: 'n',
      jql: 'project = SUP',
      issue_id_or_key: 'SUP-1',
      project_key: 'SUP',
      team_id: 't',
      page_id: 'p',
      parent_page_id: 'p',
      query: 'a',
      email: 'a@example.com',
      soql_query: 'SELECT Id FROM Account',
      LastName: 'L',
      Company: 'C',
      ticket_id: 1,
      comment_body: 'b',
    };
    const random = {
      below: () => 0,
      chance: () => true,
      pick: <T>(list: readonly T[]) => list[0] as T,
      text: (n: number) => 'x'.repeat(n),
    };
    for (const tool of Object.values(imitations).flat()) {
      const params = Object.fromEntries(
        Object.keys(tool.input.shape).flatMap((key) => (key in least ? [[key, least[key]]] : [])),
      );
      expect(
        Object.keys(tool.run(params, { identifier: 'a@example.com', random, now: 0 })).length,
      ).toBeGreaterThan(0);
    }
  });

  it('refreshes a token that has run out', async () => {
    const { id } = await agents.account('gmail', 'fresh@example.com');
    await agents.test.moveClock(2 * 3_600_000);
    expect((await execute({ connected_account_id: id, tool_name: 'gmail_get_profile' })).status).toBe(200);
    expect(agents.eventsOf(id)).toEqual(['created', 'token_refresh_succeeded']);
    await agents.test.moveClock();
  });

  it('asks for a new consent when it cannot', async () => {
    const { id } = await agents.account('gmail', 'stale@example.com', tokens(null));
    await agents.test.moveClock(2 * 3_600_000);
    const codeOf = ({ status, json }: Json) => [status, json.code, json.details[0].error_code];
    const run = () => execute({ connected_account_id: id, tool_name: 'gmail_get_profile' });
    expect(codeOf(await run())).toEqual([401, 16, 'REFRESH_TOKEN_MISSING']);
    expect(codeOf(await run())).toEqual([401, 16, 'REAUTHENTICATION_NEEDED']);
    expect(agents.eventsOf(id)).toEqual(['created', 'token_refresh_failed', 'status_updated']);
    await agents.test.moveClock();
  });

  it("passes a provider's refusal on", async () => {
    const params = { owner: 'ines', repo: 'nope' };
    const { status, json } = await execute({ ...mine, tool_name: 'github_repo_get', params });
    expect([status, json.code]).toEqual([500, 13]);
    expect(json.details[0]).toMatchObject({
      error_code: 'TOOL_ERROR',
      tool_error_info: { tool_error_code: 'not_found', tool_error_message: 'Not Found' },
    });
  });

  it.each([
    [429, 8],
    [403, 7],
    [500, 13],
  ])('shows an injected upstream %i', async (status, code) => {
    agents.test.emulator.faults.add({ operation: 'executeTool', times: 1, status, errorCode: 'TOOL_ERROR' });
    const answer = await execute({ ...mine, tool_name: 'gmail_get_profile' });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.details[0]).toMatchObject({
      error_code: 'TOOL_ERROR',
      tool_error_info: expect.anything(),
    });
  });

  it.each<[string, object, number]>([
    ['no tool', mine, 400],
    ['an unknown tool', { ...mine, tool_name: 'gmail_nope' }, 400],
    ['an unknown account', { tool_name: 'gmail_get_profile', connected_account_id: 'ca_1' }, 404],
    ['nobody', { tool_name: 'gmail_get_profile' }, 400],
    ['another provider', { ...mine, tool_name: 'slack_list_users' }, 404],
    ['bad parameters', { ...mine, tool_name: 'gmail_send_message', params: { to: 'x' } }, 400],
    ['a name without imitation', { ...mine, tool_name: 'asana_tool_001' }, 501],
  ])('refuses %s', async (_, body, status) => {
    expect((await execute(body)).status).toBe(status);
  });

  it.each([
    ['/tools/scoped', 400],
    ['/tools/scoped?identifier=nobody&filter.providers=GMAIL', 404],
    ['/tools?filter.query=ab', 400],
    ['/tools?page_token=nope', 400],
  ])('GET %s is %i', async (path, status) => {
    expect((await call('GET', path)).status).toBe(status);
  });
});
