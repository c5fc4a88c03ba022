import type { JsonValue } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import type { RestRequest } from './binding';
import { createDescribedClients } from './described-client';
import { routeDescribed } from './described-handler';
import { describedOperations } from './described-operations';
import { ShapeError } from './transport';

/** Clients whose requests are kept and answered with the given JSON. */
function clientsAnswering(json: JsonValue) {
  const requests: RestRequest[] = [];
  const names: string[] = [];
  const clients = createDescribedClients(async (request, { method }) => {
    requests.push(request);
    names.push(`${method.parent.name}.${method.name}`);
    return { json, headers: new Headers() };
  });
  const lines = () => requests.map(({ verb, path, query }) => `${verb} ${path} ${query}`.trim());
  return { clients, requests, names, lines };
}

const provider = {
  display_name: 'Acme',
  auth_patterns: [{ type: 'API_KEY' }],
  proxy_url: 'https://api.acme.example',
};

describe('the clients of described operations', () => {
  it('write the documented request lines', async () => {
    const { clients, lines, requests, names } = clientsAnswering({ provider: {} });
    await clients.customProviders.create({ provider });
    await clients.customProviders.update({ identifier: 'a/b', provider });
    await clients.providers.list({ page_size: 5, filter: { provider_type: 'ALL' } });
    await clients.mcp.listConfigs({ filter: { name: 'x y' }, page_token: 't' });
    await clients.mcp
      .getInstanceAuthState({ instance_id: 'mcpi_1', include_auth_links: true })
      .catch(() => {});
    expect(lines()).toEqual([
      'POST /api/v1/custom-providers',
      'PUT /api/v1/custom-providers/a%2Fb',
      'GET /api/v1/providers page_size=5&filter.provider_type=ALL',
      'GET /api/v1/mcp/configs filter.name=x+y&page_token=t',
      'POST /api/v1/mcp/instances/mcpi_1:get_auth_state',
    ]);
    expect(requests.map(({ body }) => body)).toEqual([
      provider,
      provider,
      undefined,
      undefined,
      { include_auth_links: true },
    ]);
    expect(names[0]).toBe('CustomProvidersService.Create');
  });

  it('fill what an answer leaves out', async () => {
    const { clients } = clientsAnswering({ providers: [{ identifier: 'ACME' }], total_size: '1' });
    const { providers, total_size, next_page_token } = await clients.providers.list({});
    expect(providers).toMatchObject([{ identifier: 'ACME', is_custom: false, metadata: {} }]);
    expect([total_size, next_page_token]).toEqual([1, '']);
  });

  it('refuse an answer of another shape', async () => {
    const { clients } = clientsAnswering({ providers: 'none' });
    await expect(clients.providers.list({})).rejects.toThrow(ShapeError);
  });

  it('refuse an empty path field before anything is sent', async () => {
    const { clients, requests } = clientsAnswering({});
    await expect(clients.mcp.getConfig({ config_id: '' })).rejects.toThrow(TypeError);
    expect(requests).toEqual([]);
  });
});

describe('the router of described operations', () => {
  it('finds every operation by what its client sends', () => {
    const names = Object.entries(describedOperations).flatMap(([group, operations]) =>
      Object.entries(operations).map(([name, { verb, path }]) => {
        const match = routeDescribed(verb, path.replace(/\{\w+\}/, 'some%20id'));
        return [match?.name, `${group}.${name}`] as const;
      }),
    );
    expect(names).toHaveLength(17);
    for (const [found, wanted] of names) expect(found).toBe(wanted);
  });

  it('reads path, query and body into one input', () => {
    const update = routeDescribed('PUT', '/api/v1/custom-providers/some%20id');
    expect(update?.readInput(new URLSearchParams(), { display_name: 'A' })).toEqual({
      identifier: 'some id',
      provider: { display_name: 'A' },
    });
    const list = routeDescribed('GET', '/api/v1/mcp/configs');
    const query = new URLSearchParams('filter.name=x&page_size=7');
    expect(list?.readInput(query)).toEqual({ filter: { name: 'x' }, page_size: '7' });
    expect(routeDescribed('GET', '/api/v1/nothing')).toBeUndefined();
  });

  it('lets no query reach what all objects share', () => {
    routeDescribed('GET', '/api/v1/mcp/configs')?.readInput(new URLSearchParams('__proto__.polluted=1'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
