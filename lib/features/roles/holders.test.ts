import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { joinOrganization } from '@/emulator/users/join';
import { newProfile } from '@/emulator/users/profile';
import { countedRoles } from '@/lib/role-row';
import { scalekitClient } from '@/lib/scalekit/client';
import { usersPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { getRoleUse, listRoleHolders } from './holders';
import { countRoleUsers, countUsersByRole, listOrganizationRoles } from './queries';
import { countedMembers } from './schema';

withTestDatabase();
const emulator = withEmulator();

async function addMember(organizationId: string, roles: string[], sendInvitationEmail = false) {
  const email = `ada.${randomUUID()}@heronsgate.example`;
  const user = { email, membership: { roles: roles.map((name) => ({ name })) } };
  await scalekitClient('production').users.createUserAndMembership({
    organizationId,
    user,
    sendInvitationEmail,
  });
  return email;
}

/** An organization with a role and one that extends it. */
async function arranged() {
  const organizationId = await newOrganization();
  const { roles } = scalekitClient('production');
  const role = (name: string, base?: string) =>
    roles.createOrganizationRole({
      orgId: organizationId,
      role: { name, displayName: name.toUpperCase(), extends: base },
    });
  await role('clerk');
  await role('chief', 'clerk');
  return { organizationId, name: 'clerk' };
}

/** Members straight into the store: through the API a thousand would take long. */
function fill(organizationId: string, count: number, role: string): void {
  const { environment, store } = emulator.current;
  const organization = store.organizations.get(organizationId);
  if (!organization) throw new Error('the organization is gone');
  for (let index = 0; index < count; index += 1) {
    const id = environment.newId('usr');
    const createdAt = environment.clock.now();
    const profile = newProfile(environment.newId('usp'), undefined);
    const user = {
      id,
      createdAt,
      updatedAt: createdAt,
      email: `${id}@heronsgate.example`,
      metadata: {},
      profile,
    };
    store.users.put(user);
    const terms = create(usersPb.CreateMembershipSchema, { roles: [{ name: role }] });
    joinOrganization(environment, organization, user, terms, false);
  }
}

const use = (input: { organizationId: string; name: string }) =>
  runQuery(getRoleUse.definition, 'production', testPrincipal(), input);

describe('listRoleHolders', () => {
  it('lists who has it, who has it through another, and who is invited', async () => {
    const role = await arranged();
    const direct = await addMember(role.organizationId, ['clerk']);
    const heir = await addMember(role.organizationId, ['chief'], true);
    await addMember(role.organizationId, ['member']);
    const page = await runQuery(listRoleHolders.definition, 'production', testPrincipal(), role);
    expect(page.rows).toMatchObject([
      { email: heir, through: 'chief', isInvited: true },
      { email: direct, through: null, isInvited: false },
    ]);
    expect(page).toMatchObject({ total: 3, nextToken: null });
    expect(page.members).toHaveLength(3);
  });
});

describe('the reads of a role’s page', () => {
  it('cost the same with ten members as with a thousand', async () => {
    const role = await arranged();
    const somebody = testPrincipal();
    const calls = async () => {
      emulator.current.journal.clear();
      const { organizationId } = role;
      await Promise.all([
        runQuery(listOrganizationRoles.definition, 'production', somebody, { organizationId }),
        runQuery(countRoleUsers.definition, 'production', somebody, role),
        runQuery(listRoleHolders.definition, 'production', somebody, role),
      ]);
      return emulator.current.journal.list().map(({ operation }) => operation);
    };
    fill(role.organizationId, 10, 'clerk');
    const few = await calls();
    fill(role.organizationId, 990, 'clerk');
    expect((await calls()).sort()).toEqual(few.sort());
    // The organization's roles are read once for both queries.
    expect(few).toHaveLength(4);
  });
});

describe('getRoleUse', () => {
  it('puts people with the same roles together, those of heirs too', async () => {
    const role = await arranged();
    await addMember(role.organizationId, ['clerk']);
    await addMember(role.organizationId, ['clerk']);
    const chief = await addMember(role.organizationId, ['chief', 'admin']);
    await addMember(role.organizationId, ['member']);
    const { holders, ...rest } = await use(role);
    expect(holders).toHaveLength(2);
    expect(holders).toContainEqual({ roles: ['clerk'], count: 2, examples: expect.any(Array) });
    expect(holders).toContainEqual({ roles: ['admin', 'chief'], count: 1, examples: [chief] });
    expect(rest).toEqual({ read: 4, total: 4, groups: 0 });
  });

  it('reads members up to a bound and says how far', async () => {
    const role = await arranged();
    fill(role.organizationId, countedMembers + 150, 'clerk');
    emulator.current.journal.clear();
    const { holders, read, total } = await use(role);
    expect({ read, total }).toEqual({ read: countedMembers, total: countedMembers + 150 });
    expect(holders).toMatchObject([{ count: countedMembers, examples: { length: 5 } }]);
    expect(emulator.current.journal.list('users.listOrganizationUsers')).toHaveLength(10);
  });

  it('goes on where directories cannot be read', async () => {
    const role = await arranged();
    emulator.current.faults.add({ operation: 'directories.listDirectories', status: 500 });
    expect(await use(role)).toMatchObject({ groups: null, holders: [] });
  });

  it('is hidden from who is limited to other customers', async () => {
    const role = await arranged();
    const limited = testPrincipal({ customers: new Set() });
    const error = await failureOf(runQuery(getRoleUse.definition, 'production', limited, role));
    expect(['not_found', 'forbidden']).toContain(error.code);
  });
});

describe('counts', () => {
  it('counts one role, and many at once up to a bound', async () => {
    const { organizationId, name } = await arranged();
    await addMember(organizationId, ['chief']);
    const somebody = testPrincipal();
    expect(await runQuery(countRoleUsers.definition, 'production', somebody, { organizationId, name })).toBe(
      1,
    );
    const { roles } = scalekitClient('production');
    for (let index = 0; index < countedRoles; index += 1) {
      await roles.createOrganizationRole({
        orgId: organizationId,
        role: { name: `extra_${index}`, displayName: `Z ${index}` },
      });
    }
    const { counts, left } = await runQuery(countUsersByRole.definition, 'production', somebody, {
      organizationId,
    });
    expect(counts).toHaveLength(countedRoles);
    expect(counts[0]).toEqual({ name: 'chief', displayName: 'CHIEF', users: 1 });
    const all = await runQuery(listOrganizationRoles.definition, 'production', somebody, { organizationId });
    expect(left).toBe(all.roles.length - countedRoles);
  });

  it('says of each role whether Scalekit told', async () => {
    const { organizationId } = await arranged();
    emulator.current.faults.add({ operation: 'roles.getOrganizationRoleUsersCount', status: 403 });
    const { counts } = await runQuery(countUsersByRole.definition, 'production', testPrincipal(), {
      organizationId,
    });
    expect(new Set(counts.map(({ users }) => users))).toEqual(new Set([null]));
  });
});

describe('listOrganizationRoles', () => {
  it('stands where the environment’s roles cannot be read', async () => {
    const { organizationId } = await arranged();
    emulator.current.faults.add({ operation: 'roles.listRoles', status: 500 });
    const list = await runQuery(listOrganizationRoles.definition, 'production', testPrincipal(), {
      organizationId,
    });
    expect(list.memberDefaultSource).toBe('unknown');
    expect(list.roles.slice(0, 2).map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['chief', true],
      ['clerk', true],
    ]);
  });
});
