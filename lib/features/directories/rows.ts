import 'server-only';
import type { JsonObject } from '@bufbuild/protobuf';
import { z } from 'zod';
import type { KeyValueRow } from '@/lib/key-values';
import { providerName } from '@/lib/provider-name';
import { directoriesPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type {
  DirectoryGroupRow,
  DirectoryRow,
  DirectorySecret,
  DirectoryStatus,
  DirectoryType,
  DirectoryUserRow,
} from './schema';

const { DirectoryProvider, DirectoryType: Type, SecretStatus } = directoriesPb;

const types: Partial<Record<directoriesPb.DirectoryType, DirectoryType>> = {
  [Type.SCIM]: 'SCIM',
  [Type.POLL]: 'POLL',
  [Type.LDAP]: 'LDAP',
};

// Texts on the wire, not enums.
const statuses: Record<string, DirectoryStatus> = {
  DRAFT: 'draft',
  IN_PROGRESS: 'in_progress',
  COMPLETED: 'completed',
};
const trackings: Record<string, DirectoryRow['groupsTracked']> = { ALL: 'all', SELECTED: 'selected' };

/** Plain row of a directory: the vendor's message ends here, and no value of a secret gets through. */
export function toDirectoryRow(directory: directoriesPb.Directory): DirectoryRow {
  const { stats, directoryProvider } = directory;
  return {
    id: directory.id,
    name: directory.name || directory.id,
    type: types[directory.directoryType] ?? 'Other',
    provider: providerName(directoryProvider === 0 ? '' : (DirectoryProvider[directoryProvider] ?? '')),
    enabled: directory.enabled,
    status: statuses[directory.status] ?? 'other',
    endpoint: directory.directoryEndpoint || null,
    email: directory.email || null,
    lastSyncedAt: toIso(directory.lastSyncedAt),
    users: stats?.totalUsers ?? directory.totalUsers,
    groups: stats?.totalGroups ?? directory.totalGroups,
    usersUpdatedAt: toIso(stats?.userUpdatedAt),
    groupsUpdatedAt: toIso(stats?.groupUpdatedAt),
    groupsTracked: trackings[directory.groupsTracked] ?? null,
    secrets: directory.secrets.map(toSecret),
    assignments: (directory.roleAssignments?.assignments ?? []).map(({ groupId, roleName }) => ({
      groupId,
      roleName,
    })),
    attributes: (directory.attributeMappings?.attributes ?? []).map(({ key, mapTo }) => ({
      key,
      value: mapTo,
    })),
  };
}

function toSecret(secret: directoriesPb.Secret): DirectorySecret {
  return {
    id: secret.id,
    suffix: secret.secretSuffix,
    isActive: secret.status === SecretStatus.ACTIVE,
    createdAt: toIso(secret.createTime),
    expiresAt: toIso(secret.expireTime),
    lastUsedAt: toIso(secret.lastUsedTime),
  };
}

// The whole record may hold anything that the provider sent, a password too: only what is known is taken.
const shownAttributes = [
  'dp_id',
  'employee_id',
  'title',
  'department',
  'division',
  'cost_center',
  'organization',
  'user_type',
  'phone_number',
  'language',
  'locale',
  'zoneinfo',
];
const userDetail = z.looseObject({
  active: z.boolean().optional().catch(undefined),
  custom_attributes: z.record(z.string(), z.unknown()).catch({}),
});
const groupDetail = z.object({
  external_id: z.string().nullish().catch(null),
  dp_id: z.string().nullish().catch(null),
});

export function toDirectoryUserRow(user: directoriesPb.DirectoryUser): DirectoryUserRow {
  const detail = read(userDetail, user.userDetail);
  return {
    id: user.id,
    email: user.email,
    userName: user.preferredUsername,
    name: [user.givenName, user.familyName].filter(Boolean).join(' ') || null,
    isActive: detail?.active ?? null,
    groups: user.groups.map(({ id, displayName }) => ({ id, name: displayName || id })),
    otherEmails: user.emails.filter((one) => one !== user.email),
    attributes: detail
      ? [
          ...textsOf(shownAttributes.map((key) => [key, detail[key]])),
          ...textsOf(Object.entries(detail.custom_attributes)),
        ]
      : [],
    updatedAt: toIso(user.updatedAt),
  };
}

/** Those that hold a text, a number or yes or no. */
function textsOf(entries: [string, unknown][]): KeyValueRow[] {
  return entries.flatMap(([key, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value) && value !== ''
      ? [{ key, value: String(value) }]
      : [],
  );
}

export function toDirectoryGroupRow(group: directoriesPb.DirectoryGroup): DirectoryGroupRow {
  const detail = read(groupDetail, group.groupDetail);
  return {
    id: group.id,
    name: group.displayName || group.id,
    externalId: detail?.external_id || detail?.dp_id || null,
    users: group.totalUsers,
    updatedAt: toIso(group.updatedAt),
  };
}

function read<Schema extends z.ZodType>(schema: Schema, detail: JsonObject | undefined) {
  return schema.safeParse(detail ?? {}).data;
}
