import { create } from '@bufbuild/protobuf';
import { ScalekitBadRequestException, ScalekitClient, ScalekitNotFoundException } from '@scalekit-sdk/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionsPb, directoriesPb } from '@/lib/scalekit/services';
import { type Emulator, startEmulator } from '../start';

// The official SDK over gRPC, for what an organization signs in and provisions with.
let emulator: Emulator;
let scalekit: ScalekitClient;
let organizationId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  scalekit = new ScalekitClient(emulator.url, emulator.clientId, emulator.clientSecret);
  const { organization } = await scalekit.organization.createOrganization('Acme');
  organizationId = organization?.id ?? '';
});
afterAll(() => emulator.stop());

it('connections: create, read, list, switch, delete', async () => {
  const { connection: client } = scalekit;
  const okta = create(connectionsPb.CreateConnectionSchema, {
    provider: connectionsPb.ConnectionProvider.OKTA,
    type: connectionsPb.ConnectionType.OIDC,
  });
  const { connection } = await client.createConnection(organizationId, okta);
  const id = connection?.id ?? '';
  expect(connection).toMatchObject({ organizationId, status: connectionsPb.ConnectionStatus.DRAFT });
  const read = await client.getConnection(organizationId, id);
  expect(read.connection?.testConnectionUri).toBe(`${emulator.url}/sso/v1/oidc/${id}/test`);
  expect((await client.listConnections(organizationId)).connections).toEqual([]);
  const refused = await client.enableConnection(organizationId, id);
  expect(refused).toMatchObject({ enabled: false, errorMessage: expect.stringContaining('not configured') });
  await client.deleteConnection(organizationId, id);
  await expect(client.getConnection(organizationId, id)).rejects.toThrow(ScalekitNotFoundException);
});

it('domains: create, list, read, delete', async () => {
  const { domain: client } = scalekit;
  const { domain } = await client.createDomain(organizationId, 'acme.example', {
    domainType: 'ORGANIZATION_DOMAIN',
  });
  const id = domain?.id ?? '';
  expect((await client.listDomains(organizationId)).domains.map((one) => one.domain)).toEqual([
    'acme.example',
  ]);
  expect((await client.getDomain(organizationId, id)).domain?.domain).toBe('acme.example');
  await expect(client.createDomain(organizationId, 'gmail.com')).rejects.toThrow(ScalekitBadRequestException);
  await client.deleteDomain(organizationId, id);
  await expect(client.getDomain(organizationId, id)).rejects.toThrow(ScalekitNotFoundException);
});

it('directories: create, read, list, switch, delete', async () => {
  const { directory: client } = scalekit;
  const okta = create(directoriesPb.CreateDirectorySchema, {
    directoryType: directoriesPb.DirectoryType.SCIM,
    directoryProvider: directoriesPb.DirectoryProvider.OKTA,
  });
  const { directory } = await client.createDirectory(organizationId, okta);
  const id = directory?.id ?? '';
  expect((await client.getDirectory(organizationId, id)).directory).toMatchObject({ enabled: true });
  const primary = await client.getPrimaryDirectoryByOrganizationId(organizationId);
  expect(primary.id).toBe(id);
  expect((await client.listDirectoryUsers(organizationId, id, { includeDetail: true })).users).toEqual([]);
  expect((await client.listDirectoryGroups(organizationId, id)).groups).toEqual([]);
  await expect(client.deleteDirectory(organizationId, id)).rejects.toThrow(/directory is enabled.*disable/);
  expect((await client.disableDirectory(organizationId, id)).enabled).toBe(false);
  await client.deleteDirectory(organizationId, id);
  await expect(client.getDirectory(organizationId, id)).rejects.toThrow(ScalekitNotFoundException);
});
