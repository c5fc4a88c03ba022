import { beforeAll, describe, expect, it } from 'vitest';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { errorOf } from '@/tests/setup/stub-client';

withTestDatabase();

const emulator = withEmulator();

let scalekit: ScalekitClient;
beforeAll(() => {
  scalekit = scalekitClient('production');
});

const acme = {
  display_name: 'Acme Desk',
  auth_patterns: [{ type: 'API_KEY' }],
  proxy_url: 'https://api.acme.example',
};

describe('operations without a descriptor, from the console', () => {
  it('create, replace, list and delete a custom provider', async () => {
    const { provider } = await scalekit.customProviders.create({ provider: acme });
    const { identifier } = provider;
    const change = { ...acme, display_name: 'Acme 2' };
    await scalekit.customProviders.update({ identifier, provider: change });
    const custom = { filter: { provider_type: 'CUSTOM' as const } };
    const { providers, total_size } = await scalekit.providers.list(custom);
    expect([providers.map((one) => one.display_name), total_size]).toEqual([['Acme 2'], 1]);
    await scalekit.customProviders.delete({ identifier });
    expect(await errorOf(scalekit.customProviders.delete({ identifier }))).toMatchObject({
      code: 'not_found',
    });
  });

  it('place a refusal at the field of the form', async () => {
    const provider = { ...acme, display_name: '', proxy_url: 'http://acme.example' };
    expect(await errorOf(scalekit.customProviders.create({ provider }))).toMatchObject({
      code: 'invalid',
      fieldErrors: { displayName: expect.any(String), proxyUrl: expect.any(String) },
    });
  });

  it('retry reads, mint a new token when one is refused, and never repeat a write', async () => {
    const { faults, journal } = emulator.current;
    faults.add({ operation: 'providers.list', times: 1, status: 503 });
    expect((await scalekit.providers.list({ page_size: 1 })).providers).toHaveLength(1);
    faults.add({ operation: 'mcp.createConfig', times: 1, status: 503 });
    const config = { name: 'once' };
    expect(await errorOf(scalekit.mcp.createConfig({ config }))).toMatchObject({ code: 'unavailable' });
    expect(journal.list('mcp.createConfig')).toHaveLength(1);
  });

  it('keep MCP configurations and their people', async () => {
    const { config } = await scalekit.mcp.createConfig({ config: { name: 'daily' } });
    const instance = { config_name: 'daily', user_identifier: 'ines@example.com' };
    const created = await scalekit.mcp.createInstance(instance);
    expect(created.instance.config?.id).toBe(config.id);
    const { instances } = await scalekit.mcp.listInstances({ filter: { config_name: 'daily' } });
    expect(instances.map(({ id }) => id)).toEqual([created.instance.id]);
    await scalekit.mcp.deleteConfig({ config_id: config.id });
    expect(await errorOf(scalekit.mcp.getConfig({ config_id: config.id }))).toMatchObject({
      code: 'not_found',
    });
  });
});
