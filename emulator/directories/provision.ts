import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { usersPb } from '@/lib/scalekit/services';
import { verifiedDomains } from '../domains/verification';
import type { Environment } from '../environment';
import type { OrganizationRow } from '../organizations/rows';
import { defaultMemberRole } from '../roles/defaults';
import { findRole } from '../roles/find-role';
import { endSessionsOf } from '../sessions/lifecycle';
import { announceMember } from '../users/announce';
import { joinOrganization } from '../users/join';
import { newProfile } from '../users/profile';
import { removeMembership } from '../users/remove';
import { type MembershipRow, membershipId, type UserRow } from '../users/rows';
import { type NormalizedUser, normalizeUser } from './directory-attributes';
import { mappedRoles } from './groups';
import type { DirectoryRow, DirectoryUserRow } from './rows';

/**
 * Brings a person's account and membership in line with the directory: the documented attributes, and the roles
 * of the mapped groups or else the default one. Only people whose e-mail is of a verified domain of the
 * organization are provisioned, and none beyond the organization's limit.
 * @returns the directory's user, with the account it was given
 */
export function provisionUser(
  environment: Environment,
  directory: DirectoryRow,
  row: DirectoryUserRow,
): DirectoryUserRow {
  const { store } = environment;
  const organization = store.organizations.get(directory.organizationId);
  const person = normalizeUser(row.attributes, directory.attributeMappings);
  const domain = person.email.split('@')[1] ?? '';
  if (!organization || !verifiedDomains(environment, organization.id).includes(domain)) return row;
  const [known] = store.users.findBy('email', person.email);
  const membership = known && store.memberships.get(membershipId(organization.id, known.id));
  if (!membership && !person.active) return row;
  const roles = directoryRoles(environment, directory, row);
  const user = putUser(environment, known, person);
  if (membership) updateMembership(environment, organization, user, membership, { person, roles, row });
  else if (!tryJoin(environment, organization, user, roles)) {
    if (!known) store.users.delete(user.id);
    return row;
  }
  return store.directoryUsers.put({ ...row, provisioned: { userId: user.id, roles } });
}

/** Ends the membership of someone whom the directory no longer has. The account itself stays. */
export function deprovisionUser(
  environment: Environment,
  directory: DirectoryRow,
  row: DirectoryUserRow,
): void {
  const { store } = environment;
  const id = row.provisioned && membershipId(directory.organizationId, row.provisioned.userId);
  const membership = id ? store.memberships.get(id) : undefined;
  if (membership) removeMembership(environment, membership);
}

function directoryRoles({ store }: Environment, directory: DirectoryRow, row: DirectoryUserRow): string[] {
  const { organizationId } = directory;
  const mapped = mappedRoles(store, directory, row).filter((name) => findRole(store, name, organizationId));
  return mapped.length > 0 ? mapped : [defaultMemberRole(store, organizationId)];
}

function putUser({ clock, newId, store }: Environment, known: UserRow | undefined, person: NormalizedUser) {
  const now = clock.now();
  const base = known ?? {
    id: newId('usr'),
    createdAt: now,
    email: person.email,
    metadata: {},
    profile: newProfile(newId('usp'), undefined),
  };
  const { profile } = base;
  return store.users.put({
    ...base,
    updatedAt: now,
    profile: {
      ...profile,
      givenName: person.givenName || profile.givenName,
      familyName: person.familyName || profile.familyName,
      name: person.name || profile.name,
      preferredUsername: person.userName,
      phoneNumber: person.phoneNumber || profile.phoneNumber,
      picture: person.picture || profile.picture,
      locale: person.locale || profile.locale,
      customAttributes: { ...profile.customAttributes, ...person.customAttributes },
    },
  });
}

type Wanted = { person: NormalizedUser; roles: string[]; row: DirectoryUserRow };

// Roles that someone gave by hand stay: only those that the directory gave before are taken back.
function updateMembership(
  environment: Environment,
  organization: OrganizationRow,
  user: UserRow,
  current: MembershipRow,
  { person, roles, row }: Wanted,
): void {
  const given = row.provisioned?.roles ?? [defaultMemberRole(environment.store, organization.id)];
  const kept = current.roles.filter((name) => !given.includes(name));
  const wanted = [...new Set([...roles, ...kept])];
  const status = person.active ? 'active' : 'inactive';
  const same = wanted.length === current.roles.length && wanted.every((name) => current.roles.includes(name));
  if (same && status === current.status) return;
  const joinedAt = current.joinedAt ?? (person.active ? environment.clock.now() : undefined);
  environment.store.memberships.put({ ...current, status, joinedAt, roles: wanted });
  if (status === 'inactive') endSessionsOf(environment, user.id, organization.id);
  announceMember(environment, 'user.organization_membership_updated', organization, user);
}

function tryJoin(
  environment: Environment,
  organization: OrganizationRow,
  user: UserRow,
  roles: string[],
): boolean {
  try {
    const terms = create(usersPb.CreateMembershipSchema, { roles: roles.map((name) => ({ name })) });
    joinOrganization(environment, organization, user, terms, false);
    return true;
  } catch (cause) {
    // The organization is full: the directory keeps the person, the organization does not get them.
    if (cause instanceof ConnectError && cause.code === Code.FailedPrecondition) return false;
    throw cause;
  }
}
