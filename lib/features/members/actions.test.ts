import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maskAddress } from '@/lib/mask-address';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  addMember,
  changeMemberMetadata,
  changeMemberRoles,
  inviteMember,
  removeMember,
  resendInvitation,
} from './actions';
import { listAssignableRoles, listMembers } from './queries';

withTestDatabase();
const emulator = withEmulator();

const invitation = (organizationId: string) => ({
  organizationId,
  email: `ada.${randomUUID()}@heronsgate.example`,
  givenName: 'Ada',
  familyName: 'Fenwick',
  roles: ['admin'],
});

async function invited() {
  const organizationId = await newOrganization();
  const { userId } = await write(inviteMember, invitation(organizationId));
  return { organizationId, userId };
}

const membersOf = async (organizationId: string) => {
  const input = { organizationId };
  return (await runQuery(listMembers.definition, 'production', testPrincipal(), input)).rows;
};

describe('inviteMember', () => {
  it('invites with roles and logs whom', async () => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    const input = invitation(organizationId);
    const { userId } = await write(inviteMember, input, somebody);
    expect(await membersOf(organizationId)).toMatchObject([
      { userId, email: input.email, name: 'Ada Fenwick', status: 'pending_invite', roleNames: ['admin'] },
    ]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, details: { email: maskAddress(input.email), roles: ['admin'] } },
      { kind: 'outcome', outcome: 'ok', targetId: userId },
    ]);
  });

  it('gives the default role where none is chosen', async () => {
    const organizationId = await newOrganization();
    await write(inviteMember, { ...invitation(organizationId), roles: [] });
    const roles = await runQuery(listAssignableRoles.definition, 'production', testPrincipal(), {
      organizationId,
    });
    const byDefault = roles.filter((role) => role.isDefault).map((role) => role.name);
    expect(await membersOf(organizationId)).toMatchObject([{ roleNames: byDefault }]);
  });

  it.each([
    ['an e-mail that is none', { email: 'ada at heronsgate' }, 'email'],
    ['a name of 256 characters', { givenName: 'x'.repeat(256) }, 'givenName'],
    ['a role name with a hyphen', { roles: ['team-lead'] }, 'roles.0'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const error = await failureOf(write(inviteMember, { ...invitation(await newOrganization()), ...part }));
    expect(Object.keys(error.fieldErrors ?? {})).toContain(field);
  });

  itFailsInWords({
    action: inviteMember,
    emulator,
    operation: 'users.createUserAndMembership',
    input: async () => invitation(await newOrganization()),
  });
});

describe('resendInvitation', () => {
  it('sends it again', async () => {
    const { organizationId, userId } = await invited();
    emulator.current.journal.clear();
    await write(resendInvitation, { organizationId, userId });
    expect(emulator.current.journal.list('users.resendInvite')).toMatchObject([{ status: 200 }]);
  });

  it('says so when the invitation was accepted already', async () => {
    const { organizationId } = await invited();
    const { users } = scalekitClient('production');
    const user = { email: `bo.${randomUUID()}@heronsgate.example` };
    const created = await users.createUserAndMembership({ organizationId, user, sendInvitationEmail: false });
    const input = { organizationId, userId: created.user?.id ?? '' };
    expect(['invalid', 'conflict']).toContain((await failureOf(write(resendInvitation, input))).code);
  });

  itFailsInWords({ action: resendInvitation, emulator, operation: 'users.resendInvite', input: invited });
});

describe('addMember', () => {
  it('lets somebody with a user record join another organization', async () => {
    const { userId } = await invited();
    const organizationId = await newOrganization();
    await write(addMember, { organizationId, userId, roles: ['member'] });
    expect(await membersOf(organizationId)).toMatchObject([{ userId, roleNames: ['member'] }]);
  });

  itFailsInWords({
    action: addMember,
    emulator,
    operation: 'users.createMembership',
    input: async () => {
      const { userId } = await invited();
      return { organizationId: await newOrganization(), userId, roles: [] };
    },
  });
});

describe('changeMemberRoles', () => {
  it('replaces the roles', async () => {
    const { organizationId, userId } = await invited();
    await write(changeMemberRoles, { organizationId, userId, roles: ['member'] });
    expect(await membersOf(organizationId)).toMatchObject([{ roleNames: ['member'] }]);
  });

  it('wants at least one role', async () => {
    const { organizationId, userId } = await invited();
    const error = await failureOf(write(changeMemberRoles, { organizationId, userId, roles: [] }));
    expect(error.fieldErrors?.roles).toMatch(/at least one role/);
  });

  itFailsInWords({
    action: changeMemberRoles,
    emulator,
    operation: 'users.updateMembership',
    input: async () => ({ ...(await invited()), roles: ['member'] }),
  });
});

describe('changeMemberMetadata', () => {
  const metadata = [{ key: 'seat', value: 'window' }];

  it('replaces the pairs and leaves the roles', async () => {
    const { organizationId, userId } = await invited();
    await write(changeMemberMetadata, { organizationId, userId, metadata });
    expect(await membersOf(organizationId)).toMatchObject([{ metadata, roleNames: ['admin'] }]);
  });

  itFailsInWords({
    action: changeMemberMetadata,
    emulator,
    operation: 'users.updateMembership',
    input: async () => ({ ...(await invited()), metadata }),
  });
});

describe('removeMember', () => {
  it('ends the membership and leaves the user', async () => {
    const { organizationId, userId } = await invited();
    await write(removeMember, { organizationId, userId });
    expect(await membersOf(organizationId)).toEqual([]);
    const identities = { case: 'id', value: userId } as const;
    expect((await scalekitClient('production').users.getUser({ identities })).user?.id).toBe(userId);
  });

  itFailsInWords({ action: removeMember, emulator, operation: 'users.deleteMembership', input: invited });
});
