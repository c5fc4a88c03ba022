import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb, directoriesPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { listExpiring, listExpiringCertificates } from './queries';
import type { Expiring } from './schema';
import { selectExpiring } from './select';

withTestDatabase();
const emulator = withEmulator();
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const timestamp = (date: Date) => ({ seconds: BigInt(Math.floor(date.getTime() / 1000)), nanos: 0 });

const read = (organizationId: string, reader = testPrincipal()) =>
  runQuery(listExpiring.definition, 'production', reader, { organizationId });
const readCertificates = (organizationId: string) =>
  runQuery(listExpiringCertificates.definition, 'production', testPrincipal(), { organizationId });

async function addSaml(organizationId: string, commonName: string, days: number) {
  const { connections } = scalekitClient('production');
  const kind = {
    provider: connectionsPb.ConnectionProvider.OKTA,
    type: connectionsPb.ConnectionType.SAML,
  };
  const { connection } = await connections.createConnection({ organizationId, connection: kind });
  const subject = { commonName, organization: 'Heronsgate', notBefore: Date.now() - 900 * dayMs };
  const idpCertificate = makeCertificate({
    ...subject,
    notAfter: Math.floor(Date.now() / 1000) * 1000 + days * dayMs,
  });
  await connections.updateConnection({
    organizationId,
    id: connection?.id ?? '',
    connection: {
      ...kind,
      settings: {
        case: 'samlConfig',
        value: { idpEntityId: 'https://idp.example', idpSsoUrl: 'https://idp.example/sso', idpCertificate },
      },
    },
  });
  return connection?.id;
}

describe('listExpiring', () => {
  it('gathers what runs out by date, from four calls', async () => {
    const organizationId = await newOrganization();
    const { tokens, directories, users, clients } = scalekitClient('production');
    await tokens.createToken({
      token: { organizationId, description: 'reports', expiry: timestamp(inDays(3)) },
    });
    await tokens.createToken({ token: { organizationId, description: 'for ever' } });
    await clients.createOrganizationClient({ organizationId, client: { name: 'Deploys' } });
    const { DirectoryType, DirectoryProvider } = directoriesPb;
    const kind = { directoryType: DirectoryType.SCIM, directoryProvider: DirectoryProvider.OKTA };
    const { directory } = await directories.createDirectory({ organizationId, directory: kind });
    const directoryId = directory?.id ?? '';
    await directories.createDirectorySecret({ organizationId, directoryId });
    await users.createUserAndMembership({
      organizationId,
      sendInvitationEmail: true,
      user: { email: `ada-${randomUUID().slice(0, 8)}@heronsgate.example`, membership: {} },
    });
    await db().portalLink.create({
      data: {
        environment: 'production',
        organizationId,
        organizationName: 'Heronsgate Rail',
        tokenHash: randomUUID(),
        note: 'for Ada',
        openLimit: 10,
        expiresAt: inDays(1),
        createdById: randomUUID(),
        createdByEmail: 'sam@staff.example',
      },
    });
    // The first reads of a process compile what they are checked by; on a busy machine that outlasts their time limit.
    await read(organizationId);
    emulator.current.journal.clear();
    const { rows, gaps, members, apiKeys } = await read(organizationId);
    expect(emulator.current.journal.list()).toHaveLength(4);
    expect(rows.map(({ kind: name }) => name)).toEqual([
      'portal_link',
      'api_key',
      'invitation',
      'directory_secret',
    ]);
    expect(rows).toMatchObject([
      { name: 'for Ada' },
      { name: 'reports' },
      { name: expect.stringContaining('@heronsgate.example') },
      { placeId: directoryId },
    ]);
    expect(gaps).toEqual([]);
    expect({ members, apiKeys }).toEqual({ members: 1, apiKeys: 2 });
  });

  it('says what was not looked at, and what failed', async () => {
    const organizationId = await newOrganization();
    const { tokens } = scalekitClient('production');
    for (let index = 0; index < 31; index++) await tokens.createToken({ token: { organizationId } });
    emulator.current.faults.add({ operation: 'clients.listOrganizationClients', status: 500, times: 9 });
    const { gaps, apiKeys } = await read(organizationId);
    expect(gaps).toEqual([
      'Of 31 API keys, the first 30 were looked at.',
      'The API clients could not be read now.',
    ]);
    expect(apiKeys).toBe(31);
  });

  it('is hidden from who is limited to other customers', async () => {
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(read(await newOrganization(), limited))).code).toBe('not_found');
  });
});

describe('listExpiringCertificates', () => {
  it('reads the certificates of the first SAML connections', async () => {
    const organizationId = await newOrganization();
    const id = await addSaml(organizationId, 'near.example', 20);
    await addSaml(organizationId, 'past.example', -40);
    const { rows, gaps } = await readCertificates(organizationId);
    expect(rows.map(({ name }) => name)).toEqual([
      expect.stringContaining('past.example'),
      expect.stringContaining('near.example'),
    ]);
    expect(rows[1]).toMatchObject({ kind: 'certificate', placeId: id });
    expect(gaps).toEqual([]);
  });

  it('stays within its number of calls and says so', async () => {
    const organizationId = await newOrganization();
    for (let index = 0; index < 7; index++) await addSaml(organizationId, `idp${index}.example`, 20);
    emulator.current.journal.clear();
    const { rows, gaps } = await readCertificates(organizationId);
    expect(rows).toHaveLength(5);
    expect(gaps).toEqual(['Of 7 SAML connections, the first 5 were looked at.']);
    expect(emulator.current.journal.list()).toHaveLength(6);
  });
});

it('keeps a certificate that ran out, and lets the rest go after a while', () => {
  const row = (kind: Expiring['kind'], days: number): Expiring => ({
    kind,
    id: `${kind}${days}`,
    name: kind,
    expiresAt: inDays(days).toISOString(),
    placeId: null,
  });
  const rows = [row('api_key', 5), row('certificate', -200), row('invitation', -31), row('invitation', -2)];
  expect(selectExpiring(rows).map(({ id }) => id)).toEqual(['certificate-200', 'invitation-2', 'api_key5']);
});
