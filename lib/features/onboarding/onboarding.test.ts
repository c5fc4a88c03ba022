import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPortalDomain } from '@/emulator/domains/create-domain';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb, directoriesPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { getOnboarding } from './queries';

withTestDatabase();
const emulator = withEmulator();

const read = (organizationId: string, reader = testPrincipal()) =>
  runQuery(getOnboarding.definition, 'production', reader, { organizationId });
const states = async (organizationId: string) =>
  Object.fromEntries((await read(organizationId)).steps.map(({ name, state }) => [name, state]));

async function createLink(organizationId: string, outcome?: string) {
  await db().portalLink.create({
    data: {
      environment: 'production',
      organizationId,
      organizationName: 'Heronsgate Rail',
      tokenHash: randomUUID(),
      openLimit: 10,
      expiresAt: new Date(Date.now() + 86_400_000),
      createdById: randomUUID(),
      createdByEmail: 'sam@staff.example',
      opens: outcome ? { create: { outcome } } : undefined,
    },
  });
}

describe('getOnboarding', () => {
  it('follows the live state', async () => {
    const organizationId = await newOrganization();
    const { organizations, connections, directories } = scalekitClient('production');
    const features = [
      { name: 'sso', enabled: true },
      { name: 'dir_sync', enabled: true },
    ];
    await organizations.updateOrganizationSettings({ id: organizationId, settings: { features } });
    expect(await read(organizationId)).toMatchObject({ next: 'link_created' });
    await createLink(organizationId, 'refused_expired');
    expect(await read(organizationId)).toMatchObject({ next: 'link_opened' });
    await createLink(organizationId, 'opened');
    const { environment, store } = emulator.current;
    const organization = store.organizations.get(organizationId);
    if (!organization) throw new Error('the organization is gone');
    createPortalDomain(environment, organization, `${randomUUID().slice(0, 8)}.example`);
    const { ConnectionProvider, ConnectionType } = connectionsPb;
    const connection = { provider: ConnectionProvider.OKTA, type: ConnectionType.OIDC };
    await connections.createConnection({ organizationId, connection });
    const { DirectoryType, DirectoryProvider } = directoriesPb;
    const directory = { directoryType: DirectoryType.SCIM, directoryProvider: DirectoryProvider.OKTA };
    await directories.createDirectory({ organizationId, directory });
    expect(await read(organizationId)).toMatchObject({ next: 'domain_verified' });
    expect(await states(organizationId)).toEqual({
      link_created: 'done',
      link_opened: 'done',
      domain_verified: 'open',
      connection_completed: 'open',
      tested: 'open',
      enabled: 'open',
      scim_users: 'open',
    });
  });

  it('makes five calls whatever there is, and leaves unknown what fails', async () => {
    const organizationId = await newOrganization();
    emulator.current.journal.clear();
    emulator.current.faults.add({ operation: 'connections.listConnections', status: 500, times: 9 });
    expect(await states(organizationId)).toMatchObject({
      link_created: 'open',
      connection_completed: 'unknown',
      tested: 'unknown',
      enabled: 'unknown',
      scim_users: 'not_needed',
    });
    const calls = new Set(emulator.current.journal.list().map(({ operation }) => operation));
    expect(calls.size).toBe(5);
  });

  it('is hidden from who is limited to other customers', async () => {
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(read(await newOrganization(), limited))).code).toBe('not_found');
  });
});
