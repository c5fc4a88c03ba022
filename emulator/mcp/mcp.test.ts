import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentFixture } from '../connected-accounts/agent-fixture';
import type { Json } from '../test-client';

let agents: AgentFixture;
const call = (...request: Parameters<AgentFixture['test']['call']>) => agents.test.call(...request);

beforeAll(async () => {
  agents = await AgentFixture.start();
  await agents.connection('gmail');
  await agents.connection('slack');
  await agents.account('gmail', 'ines@example.com');
});
afterAll(() => agents.stop());

async function config(name: string, connections = ['gmail']): Promise<Json> {
  const connection_tool_mappings = connections.map((connection_name) => ({ connection_name }));
  return (await call('POST', '/mcp/configs', { name, connection_tool_mappings })).json.config;
}

describe('MCP configurations', () => {
  it('are created, listed, changed and deleted', async () => {
    const { id, mcp_server_url } = await config('daily');
    expect(mcp_server_url).toMatch(/\/mcp\/v3\/servers\/[0-9a-f-]{36}$/);
    const byName = (await call('GET', '/mcp/configs?filter.name=DAILY')).json;
    expect(byName).toMatchObject({ total_size: 1, configs: [{ id, name: 'daily' }] });
    const byUrl = `/mcp/configs?filter.mcp_server_url=${encodeURIComponent(mcp_server_url)}`;
    expect((await call('GET', byUrl)).json.configs).toMatchObject([{ id }]);
    const changed = await call('PUT', `/mcp/configs/${id}`, { description: 'Mail of the day' });
    expect(changed.json.config).toMatchObject({
      description: 'Mail of the day',
      connection_tool_mappings: [{ connection_name: 'gmail', provider: 'GMAIL', tools: [] }],
    });
    expect((await call('DELETE', `/mcp/configs/${id}`)).status).toBe(200);
    expect((await call('GET', `/mcp/configs/${id}`)).status).toBe(404);
  });

  it('page in both directions', async () => {
    for (const name of ['page-1', 'page-2', 'page-3']) await config(name);
    const first = (await call('GET', '/mcp/configs?search=page-&page_size=2')).json;
    const path = '/mcp/configs?search=page-&page_size=2&page_token=';
    const second = (await call('GET', path + encodeURIComponent(first.next_page_token))).json;
    const back = (await call('GET', path + encodeURIComponent(second.prev_page_token))).json;
    expect(second.configs.map((one: Json) => one.name)).toEqual(['page-1']);
    expect(back.configs).toEqual(first.configs);
  });

  it('tell where a person stands, and hand out links', async () => {
    const { id } = await config('links', ['gmail', 'slack']);
    const ask = (body: object) =>
      call('POST', `/mcp/configs/${id}/connected_accounts`, { identifier: 'ines@example.com', ...body });
    expect((await ask({})).json.connected_accounts).toMatchObject([
      { connection_name: 'gmail', connected_account_status: 'ACTIVE', authentication_link: '' },
      { connection_name: 'slack', connected_account_id: '', connected_account_status: '' },
    ]);
    const [, slack] = (await ask({ include_auth_link: true })).json.connected_accounts;
    expect(slack).toMatchObject({ connected_account_status: 'PENDING_AUTH' });
    expect((await fetch(slack.authentication_link)).status).toBe(200);
  });

  it('make session tokens that the published keys verify', async () => {
    const { id, mcp_server_url } = await config('tokens');
    const body = { identifier: 'ines@example.com', expiry: '120s' };
    const { json } = await call('POST', `/mcp/configs/${id}/tokens`, body);
    const keys = createRemoteJWKSet(new URL(`${agents.test.emulator.url}/keys`));
    const { payload, protectedHeader } = await jwtVerify(json.token, keys, { audience: mcp_server_url });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      sub: 'ines@example.com',
      mcp_cfg: id,
      ca_ids: [expect.stringMatching(/^ca_/)],
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(120);
    expect(Date.parse(json.expires_at)).toBe(Number(payload.exp) * 1000);
    // It opens the MCP server and nothing else.
    const asApiToken = await fetch(`${agents.test.emulator.url}/api/v1/providers`, {
      headers: { authorization: `Bearer ${json.token}` },
    });
    expect(asApiToken.status).toBe(401);
  });

  it.each<[string, (id: string) => [string, string, Json?], number]>([
    ['no name', () => ['POST', '/mcp/configs', { name: '' }], 400],
    ['a name with capitals', () => ['POST', '/mcp/configs', { name: 'My Server' }], 400],
    ['a name that is taken', () => ['POST', '/mcp/configs', { name: 'rows' }], 400],
    [
      '26 mappings',
      () => [
        'POST',
        '/mcp/configs',
        { name: 'many', connection_tool_mappings: Array(26).fill({ connection_name: 'gmail' }) },
      ],
      400,
    ],
    [
      'an unknown connection',
      () => ['POST', '/mcp/configs', { name: 'x', connection_tool_mappings: [{ connection_name: 'nope' }] }],
      400,
    ],
    ['an unknown id', () => ['GET', '/mcp/configs/cfg_1'], 404],
    ['a page of 31', () => ['GET', '/mcp/configs?page_size=31'], 400],
    [
      'a token of 30 s',
      (id) => ['POST', `/mcp/configs/${id}/tokens`, { identifier: 'x', expiry: '30s' }],
      400,
    ],
    [
      'a token of 25 h',
      (id) => ['POST', `/mcp/configs/${id}/tokens`, { identifier: 'x', expiry: '90000s' }],
      400,
    ],
    ['a token for nobody', (id) => ['POST', `/mcp/configs/${id}/tokens`, { identifier: '' }], 400],
    ['a token without account', (id) => ['POST', `/mcp/configs/${id}/tokens`, { identifier: 'x' }], 400],
    ['a token of an unknown config', () => ['POST', '/mcp/configs/cfg_1/tokens', { identifier: 'x' }], 404],
  ])('refuse %s', async (_, request, status) => {
    const known =
      (await call('GET', '/mcp/configs?filter.name=rows')).json.configs[0] ?? (await config('rows'));
    const answer = await call(...request(known.id));
    expect([answer.status, answer.json.code]).toEqual([status, status === 400 ? 3 : 5]);
  });
});

describe('MCP instances', () => {
  it('are one per person and configuration, and go with it', async () => {
    const { id: configId } = await config('instances', ['gmail', 'slack']);
    const body = { config_name: 'instances', user_identifier: 'ines@example.com' };
    const { instance } = (await call('POST', '/mcp/instances', body)).json;
    expect((await call('POST', '/mcp/instances', body)).json.instance.id).toBe(instance.id);
    expect(instance.config.connection_tool_mappings[0]).toMatchObject({ connected_account_status: 'ACTIVE' });
    const path = `/mcp/instances/${instance.id}`;
    expect((await call('PATCH', path, { name: 'Ines' })).json.instance.name).toBe('Ines');
    const listed = (await call('GET', '/mcp/instances?filter.config_name=instances')).json;
    expect(listed).toMatchObject({ total_size: 1, instances: [{ id: instance.id }] });
    const links = async (include_auth_links: boolean) =>
      (await call('POST', `${path}:get_auth_state`, { include_auth_links })).json.connections.map(
        (one: Json) => one.authentication_link !== '',
      );
    expect(await links(false)).toEqual([false, false]);
    expect(await links(true)).toEqual([true, true]);
    await call('DELETE', `/mcp/configs/${configId}`);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('need a configuration', async () => {
    const body = { config_name: 'nope', user_identifier: 'x' };
    expect((await call('POST', '/mcp/instances', body)).status).toBe(404);
  });
});
