import { beforeAll, describe, expect, it } from 'vitest';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb, directoriesPb } from '@/lib/scalekit/services';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { changesOf, currentOf, warmUp } from '@/tests/setup/snapshots';
import { readOrganization, walkedParts } from './read-organization';

withTestDatabase();
withEmulator();
beforeAll(warmUp);

const environment = 'production';
const plantedSecret = 'planted-client-secret-9fA3';
const { ConnectionProvider, ConnectionType } = connectionsPb;

describe('what is kept', () => {
  it('holds no secret, of any part', async () => {
    const organizationId = await newOrganization();
    const { connections, tokens, clients, directories } = scalekitClient(environment);
    const oidc = { provider: ConnectionProvider.OKTA, type: ConnectionType.OIDC };
    const { connection } = await connections.createConnection({ organizationId, connection: oidc });
    await connections.updateConnection({
      ...{ organizationId, id: connection?.id ?? '' },
      connection: {
        ...oidc,
        settings: {
          case: 'oidcConfig',
          value: {
            issuer: 'https://idp.example',
            clientId: 'heronsgate',
            clientSecret: plantedSecret,
            authorizeUri: `https://idp.example/authorize?api_key=${plantedSecret}&tenant=9`,
          },
        },
      },
    });
    const key = await tokens.createToken({
      token: { organizationId, description: 'reports', customClaims: { note: plantedSecret } },
    });
    const made = await clients.createOrganizationClient({ organizationId, client: { name: 'Deploys' } });
    const { DirectoryProvider, DirectoryType } = directoriesPb;
    const kind = { directoryType: DirectoryType.SCIM, directoryProvider: DirectoryProvider.OKTA };
    const { directory } = await directories.createDirectory({ organizationId, directory: kind });
    const scim = await directories.createDirectorySecret({
      organizationId,
      directoryId: directory?.id ?? '',
    });
    expect(
      await readOrganization(environment, scalekitClient(environment), organizationId, walkedParts),
    ).toEqual([]);

    const kept = JSON.stringify([
      await db().organizationSnapshot.findMany({ where: { organizationId } }),
      await db().snapshotExpiry.findMany({ where: { organizationId } }),
      await changesOf(organizationId),
    ]);
    for (const secret of [plantedSecret, key.token, made.plainSecret, scim.plainSecret]) {
      expect(secret).toBeTruthy();
      expect(kept).not.toContain(secret);
    }
    const [one] = await currentOf(organizationId, 'connection');
    expect(one?.content).toMatchObject({
      clientSecret: 'is set',
      authorizationAddress: 'https://idp.example/authorize?api_key=left-out&tenant=9',
    });
    expect(await currentOf(organizationId, 'api_key')).toMatchObject([
      { objectId: key.tokenId, content: { description: 'reports', claims: ['note'] } },
    ]);
    // A secret is told by its id.
    expect(Object.keys((await currentOf(organizationId, 'directory'))[0]?.content ?? {})).toContain(
      `secrets/${scim.secret?.id}`,
    );
  });

  it('is a new version only where something differs, and an order is no difference', async () => {
    const object = (scopes: string[]) => ({
      id: 'm2m_1',
      name: 'Deploys',
      fields: { scopes: scopes.sort() },
    });
    const keep = (scopes: string[], at: number) =>
      keepObservation(
        environment,
        { organizationId: 'org_order', part: 'api_client', objects: [object(scopes)], complete: true },
        new Date(at),
      );
    const start = Date.now() - 600_000;
    expect(await keep(['b', 'a'], start)).toBe(0);
    expect(await keep(['a', 'b'], start + 100_000)).toBe(0);
    expect(await keep(['a'], start + 200_000)).toBe(1);
    // What was read before the current version was seen comes too late.
    expect(await keep(['c'], start + 150_000)).toBe(0);
    expect(await changesOf('org_order')).toMatchObject([
      {
        type: 'api_client.changed',
        since: new Date(start + 100_000),
        at: new Date(start + 200_000),
        actor: null,
        data: { fields: [{ path: 'scopes', before: ['a', 'b'], after: ['a'] }] },
      },
    ]);
    expect(await db().organizationSnapshot.count({ where: { organizationId: 'org_order' } })).toBe(2);
  });

  it('takes any text that Scalekit may send', async () => {
    const objects = [{ id: 'm2m_1', name: 'Nul\0 inside', fields: { name: 'Nul\0 inside' } }];
    const observation = { organizationId: 'org_nul', part: 'api_client', objects, complete: true } as const;
    await keepObservation(environment, observation, new Date());
    expect(await currentOf('org_nul', 'api_client')).toMatchObject([{ name: 'Nul inside' }]);
  });

  it('tells a rotated secret by ids alone', async () => {
    const organizationId = await newOrganization();
    const { clients } = scalekitClient(environment);
    const { client } = await clients.createOrganizationClient({
      organizationId,
      client: { name: 'Deploys' },
    });
    const clientId = client?.clientId ?? '';
    const read = () =>
      readOrganization(environment, scalekitClient(environment), organizationId, ['api_client']);
    await read();
    const made = await clients.createOrganizationClientSecret({ organizationId, clientId });
    await read();
    const [change] = await changesOf(organizationId);
    expect(change).toMatchObject({
      type: 'api_client.changed',
      data: { fields: [{ path: `secrets/${made.secret?.id}`, before: null, after: { status: 'ACTIVE' } }] },
    });
    expect(JSON.stringify(change)).not.toContain(made.plainSecret);
  });
});
