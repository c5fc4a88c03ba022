import { ScalekitClient, ScalekitNotFoundException } from '@scalekit-sdk/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';

let test: TestEmulator;
let scalekit: ScalekitClient;
let orgId: string;
beforeAll(async () => {
  test = await TestEmulator.start();
  const { url, clientId, clientSecret } = test.emulator;
  scalekit = new ScalekitClient(url, clientId, clientSecret);
  orgId = (await test.organization()).id;
});
afterAll(() => test.stop());

// The official SDK as it is published, over gRPC.
it('takes an organization’s client through its life with the official SDK', async () => {
  const { m2m } = scalekit;
  const { client, plainSecret } = await m2m.createOrganizationClient(orgId, {
    ...{ name: 'Deploys', scopes: ['deploy:write'], audience: ['https://api.example.com'] },
    customClaims: { team: 'platform' },
  });
  const id = client?.clientId ?? '';
  expect(plainSecret).toMatch(/^test_/);
  const { client: renamed } = await m2m.updateOrganizationClient(orgId, id, { name: 'Rollouts' });
  expect(renamed).toMatchObject({ name: 'Rollouts', scopes: ['deploy:write'], expiry: 3600n });
  const { secret } = await m2m.addOrganizationClientSecret(orgId, id);
  const read = await m2m.getOrganizationClient(orgId, id);
  expect(read.client?.secrets[1]?.id).toBe(secret?.id);
  await m2m.removeOrganizationClientSecret(orgId, id, secret?.id ?? '');
  const last = read.client?.secrets[0]?.id ?? '';
  await expect(m2m.removeOrganizationClientSecret(orgId, id, last)).rejects.toThrow(
    'last client cannot be deleted',
  );
  expect((await m2m.listOrganizationClients(orgId, { pageSize: 10 })).totalSize).toBe(1);

  const machine = new ScalekitClient(test.emulator.url, id, plainSecret);
  const { accessToken } = await machine
    .generateClientToken(id, plainSecret)
    .then((token) => ({ accessToken: token }));
  const claims = await scalekit.validateToken<{ oid: string; custom_claims: object }>(accessToken, {
    audience: ['https://api.example.com'],
  });
  expect(claims).toMatchObject({ oid: orgId, custom_claims: { team: 'platform' } });

  await m2m.deleteOrganizationClient(orgId, id);
  await expect(m2m.getOrganizationClient(orgId, id)).rejects.toThrow(ScalekitNotFoundException);
});
