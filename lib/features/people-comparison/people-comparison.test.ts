import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { listComparedDirectoryUsers, listComparedMembers } from './queries';

withTestDatabase();
const emulator = withEmulator();

const readMembers = (input: object, principal = testPrincipal()) =>
  runQuery(listComparedMembers.definition, 'production', principal, input);
const readUsers = (input: object, principal = testPrincipal()) =>
  runQuery(listComparedDirectoryUsers.definition, 'production', principal, input);

async function withMember() {
  const organizationId = await newOrganization();
  const { users, directories } = scalekitClient('production');
  const email = `ada.${randomUUID()}@heronsgate.example`;
  const { user } = await users.createUserAndMembership({
    organizationId,
    user: { email, externalId: `emp-${email}`.slice(0, 60) },
    sendInvitationEmail: false,
  });
  const { directory } = await directories.createDirectory({
    organizationId,
    directory: { directoryType: 1, directoryProvider: 1 },
  });
  return { organizationId, directoryId: directory?.id ?? '', userId: user?.id ?? '', email };
}

describe('people to compare', () => {
  it('are members with their identities', async () => {
    const { organizationId, userId, email } = await withMember();
    const row = emulator.current.store.users.get(userId);
    if (!row) throw new Error('the user is gone');
    const identity = {
      connectionId: 'conn_1',
      connectionType: 'OIDC',
      connectionProvider: 'OKTA',
      connectionUserId: '00u1',
      isSocial: false,
      createdAt: 0,
      lastLoginAt: 0,
      lastSyncedAt: 0,
    } as const;
    emulator.current.store.users.put({ ...row, externalIdentities: [identity] });
    expect(await readMembers({ organizationId })).toMatchObject({
      rows: [{ userId, email, status: 'active', identities: [{ provider: 'Okta', subject: '00u1' }] }],
      total: 1,
      nextToken: null,
    });
  });

  it('are directory users with the provider’s id and whether they are active', async () => {
    const { organizationId, directoryId } = await withMember();
    emulator.current.store.directoryUsers.put({
      id: 'diruser_1',
      createdAt: 1,
      updatedAt: 1,
      directoryId,
      attributes: { userName: 'ada@heronsgate.example', externalId: '00u1', active: false },
    });
    expect((await readUsers({ organizationId, directoryId })).rows).toMatchObject([
      { id: 'diruser_1', directoryId, externalId: '00u1', isActive: false },
    ]);
  });

  it('are not shown to whom the customer is not assigned, and errors come in words', async () => {
    const { organizationId, directoryId } = await withMember();
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(readMembers({ organizationId }, limited))).code).toBe('not_found');
    expect((await failureOf(readUsers({ organizationId, directoryId }, limited))).code).toBe('not_found');
    emulator.current.faults.add({ operation: 'directories.listDirectoryUsers', status: 429 });
    expect((await failureOf(readUsers({ organizationId, directoryId }))).code).toBe('rate_limited');
  });
});
