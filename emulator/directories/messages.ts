import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { directoriesPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { findRole } from '../roles/find-role';
import { normalizeUser, readGroupAttributes } from './directory-attributes';
import { groupsOf, trackedGroups } from './groups';
import { groupData, userData } from './payloads';
import type { DirectoryGroupRow, DirectoryRow, DirectorySecretRow, DirectoryUserRow } from './rows';

type DirectoryInit = MessageInitShape<typeof directoriesPb.DirectorySchema>;
type SecretInit = MessageInitShape<typeof directoriesPb.SecretSchema>;
type UserInit = MessageInitShape<typeof directoriesPb.DirectoryUserSchema>;
type GroupInit = MessageInitShape<typeof directoriesPb.DirectoryGroupSchema>;
type RoleAssignmentsInit = MessageInitShape<typeof directoriesPb.RoleAssignmentsSchema>;

const { DirectoryProvider, DirectoryType, SecretStatus } = directoriesPb;

/** A directory as the API shows it, with its secrets (never their values), counts and mappings. */
export function toDirectory(environment: Environment, row: DirectoryRow): DirectoryInit {
  const { store } = environment;
  const users = store.directoryUsers.findBy('directoryId', row.id);
  const groups = trackedGroups(store, row);
  return {
    id: row.id,
    name: row.name,
    directoryType: DirectoryType[row.type],
    organizationId: row.organizationId,
    enabled: row.enabled,
    directoryProvider: DirectoryProvider[row.provider],
    lastSyncedAt: optionalTime(row.lastSyncedAt),
    directoryEndpoint: directoryEndpoint(environment, row),
    totalUsers: users.length,
    totalGroups: groups.length,
    secrets: store.directorySecrets.findBy('directoryId', row.id).map(toSecret),
    stats: {
      totalUsers: users.length,
      totalGroups: groups.length,
      userUpdatedAt: optionalTime(lastUpdate(users)),
      groupUpdatedAt: optionalTime(lastUpdate(groups)),
    },
    roleAssignments: toRoleAssignments(environment, row),
    attributeMappings: { attributes: row.attributeMappings },
    status: row.status,
    email: row.email,
    groupsTracked: row.trackedGroups ? 'SELECTED' : 'ALL',
  };
}

/** Where an identity provider pushes to. A directory of another type is not pushed to. */
export function directoryEndpoint({ url }: Environment, { id, type }: DirectoryRow): string {
  return type === 'SCIM' ? `${url()}/directory/${id}/scim/v2` : '';
}

export function toSecret(row: DirectorySecretRow): SecretInit {
  return {
    id: row.id,
    createTime: timestampFromMs(row.createdAt),
    secretSuffix: row.suffix,
    status: SecretStatus[row.status],
    expireTime: timestampFromMs(row.expiresAt),
    lastUsedTime: optionalTime(row.lastUsedAt),
    directoryId: row.directoryId,
  };
}

export function toRoleAssignments({ store }: Environment, row: DirectoryRow): RoleAssignmentsInit {
  const { organizationId, roleAssignments } = row;
  return {
    assignments: roleAssignments.map(({ groupId, roleName }) => ({
      groupId,
      roleName,
      roleId: findRole(store, roleName, organizationId)?.id,
    })),
  };
}

/** A user of a directory. `withDetail` adds the groups and the whole record. */
export function toDirectoryUser(
  environment: Environment,
  directory: DirectoryRow,
  row: DirectoryUserRow,
  withDetail = false,
): UserInit {
  const { store } = environment;
  const user = normalizeUser(row.attributes);
  return {
    id: row.id,
    email: user.email,
    preferredUsername: user.userName,
    givenName: user.givenName,
    familyName: user.familyName,
    updatedAt: timestampFromMs(row.updatedAt),
    emails: user.emails,
    groups: withDetail
      ? groupsOf(store, directory, row).map((group) => toDirectoryGroup(directory, group))
      : [],
    userDetail: withDetail ? userData(store, directory, row) : undefined,
  };
}

/** A group of a directory. `withDetail` adds the whole record. */
export function toDirectoryGroup(
  directory: DirectoryRow,
  row: DirectoryGroupRow,
  withDetail = false,
): GroupInit {
  return {
    id: row.id,
    displayName: readGroupAttributes(row.attributes).displayName,
    totalUsers: row.memberIds.length,
    updatedAt: timestampFromMs(row.updatedAt),
    groupDetail: withDetail ? groupData(directory, row) : undefined,
  };
}

function lastUpdate(rows: { updatedAt: number }[]): number | undefined {
  return rows.length > 0 ? Math.max(...rows.map(({ updatedAt }) => updatedAt)) : undefined;
}

function optionalTime(ms: number | undefined) {
  return ms === undefined ? undefined : timestampFromMs(ms);
}
