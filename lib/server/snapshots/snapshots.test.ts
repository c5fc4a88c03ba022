import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { keepObservation, snapshotsKept } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { disableConnection, enableConnection } from '@/lib/features/connections/actions';
import { getConnection, listConnections } from '@/lib/features/connections/queries';
import { listDomains } from '@/lib/features/domains/queries';
import { scalekitClient } from '@/lib/scalekit/client';
import { clientsPb, connectionsPb, directoriesPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { startKeeping, stopKeeping } from './keeping';
import { readOrganization, walkedParts } from './read-organization';

// The queue has its own tests; here it is enough that it is asked.
vi.mock('@/lib/jobs/queue', () => ({ enqueue: vi.fn(async () => {}) }));

withTestDatabase();
const emulator = withEmulator();
beforeAll(startKeeping);
afterAll(async () => {
  stopKeeping();
  await snapshotsKept();
});
beforeEach(() => emulator.current.journal.clear());

const environment = 'production';
const plantedSecret = 'planted-client-secret-9fA3';
const { ConnectionProvider, ConnectionType } = connectionsPb;
const saml = { provider: ConnectionProvider.OKTA, type: ConnectionType.SAML };

async function newConnection(organizationId: string) {
  const { connections } = scalekitClient(environment);
  const { connection } = await connections.createConnection({ organizationId, connection: saml });
  return connection?.id ?? '';
}

async function setSaml(organizationId: string, id: string, idpSsoUrl: string, commonName = 'idp.example') {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const idpCertificate = makeCertificate({
    ...{
      commonName,
      organization: 'Heronsgate',
      notBefore: now - 86_400_000,
      notAfter: now + 20 * 86_400_000,
    },
  });
  const value = { idpEntityId: 'https://idp.example', idpSsoUrl, idpCertificate };
  const settings = { case: 'samlConfig', value } as const;
  await scalekitClient(environment).connections.updateConnection({
    ...{ organizationId, id, connection: { ...saml, settings } },
  });
}

const look = async (organizationId: string, connectionId: string) => {
  await runQuery(getConnection.definition, environment, testPrincipal(), { organizationId, connectionId });
  await snapshotsKept();
};

type Row = {
  type: string;
  since: Date;
  at: Date;
  actor: string | null;
  targetId: string;
  data: Record<string, unknown>;
};
const changesOf = (organizationId: string) => db().$queryRaw<Row[]>`
  SELECT type, since, at, actor, target_id AS "targetId", data FROM activity.entry
  WHERE stream = 'change' AND organization_id = ${organizationId} ORDER BY at, id`;

const currentOf = (organizationId: string, part: string) =>
  db().organizationSnapshot.findMany({
    where: { environment, organizationId, part, endedAt: null },
    orderBy: { objectId: 'asc' },
  });

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
    expect(clientsPb.ClientSecretStatus.ACTIVE).toBeDefined();
  });
});

describe('a difference', () => {
  it('made elsewhere has an interval, what it was before, and nobody of ours', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/old');
    await look(organizationId, id);
    expect(await changesOf(organizationId)).toEqual([]);
    await setSaml(organizationId, id, 'https://idp.example/new');
    await look(organizationId, id);
    const [change, ...others] = await changesOf(organizationId);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ type: 'connection.changed', actor: null, targetId: id });
    expect(change?.since.getTime()).toBeLessThan(change?.at.getTime() ?? 0);
    expect(change?.data.fields).toContainEqual({
      path: 'signOnAddress',
      before: 'https://idp.example/old',
      after: 'https://idp.example/new',
    });
  });

  it('of our own making names who made it, and is read again', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/sso');
    const sam = testPrincipal({ email: `sam-${randomUUID()}@keydesk.test` });
    await write(enableConnection, { organizationId, connectionId: id }, sam).catch(() => {});
    await look(organizationId, id);
    const [before] = await currentOf(organizationId, 'connection');
    const { enabled } = (before?.content ?? {}) as { enabled?: boolean };
    await write(enabled ? disableConnection : enableConnection, { organizationId, connectionId: id }, sam);
    expect(await db().snapshotPart.findMany({ where: { organizationId, part: 'connection' } })).toMatchObject(
      [{ staleAt: expect.any(Date) }],
    );
    await look(organizationId, id);
    expect(await changesOf(organizationId)).toMatchObject([
      { type: 'connection.changed', actor: sam.email, data: { intents: [expect.stringMatching(/^\d+$/)] } },
    ]);
  });

  it('says what was added and removed only between two whole lists', async () => {
    const organizationId = await newOrganization();
    const { domains } = scalekitClient(environment);
    const read = async () => {
      await runQuery(listDomains.definition, environment, testPrincipal(), { organizationId });
      await snapshotsKept();
    };
    const add = (domain: string) => domains.createDomain({ ...byId(organizationId), domain: { domain } });
    const name = `${randomUUID().slice(0, 8)}.example`;
    await add(`first-${name}`);
    await read();
    expect(await changesOf(organizationId)).toEqual([]);
    const added = await add(`second-${name}`);
    await read();
    await domains.deleteDomain({ ...byId(organizationId), id: added.domain?.id ?? '' });
    await read();
    expect((await changesOf(organizationId)).map(({ type, targetId }) => [type, targetId])).toEqual([
      ['domain.added', added.domain?.id],
      ['domain.removed', added.domain?.id],
    ]);
  });

  it('is none where a list knew less than the thing itself', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/sso');
    await runQuery(listConnections.definition, environment, testPrincipal(), { organizationId });
    await look(organizationId, id);
    await runQuery(listConnections.definition, environment, testPrincipal(), { organizationId });
    await snapshotsKept();
    expect(await changesOf(organizationId)).toEqual([]);
    expect(await currentOf(organizationId, 'connection')).toMatchObject([
      { partial: false, content: { signOnAddress: 'https://idp.example/sso' } },
    ]);
    expect(await db().snapshotExpiry.findMany({ where: { organizationId } })).toMatchObject([
      { kind: 'certificate', objectId: id, name: 'idp.example' },
    ]);
  });
});

it('leaves a page as it is when nothing can be kept', async () => {
  const organizationId = await newOrganization();
  const id = await newConnection(organizationId);
  const broken = vi.spyOn(db(), '$transaction').mockRejectedValueOnce(new Error('no room'));
  await look(organizationId, id);
  broken.mockRestore();
  expect(await currentOf(organizationId, 'connection')).toEqual([]);
});

const byId = (organizationId: string) => ({
  identities: { case: 'organizationId' as const, value: organizationId },
});
