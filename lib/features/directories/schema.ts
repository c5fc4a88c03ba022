import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { directoryGroupId, directoryId, organizationId, userId } from '@/lib/scalekit-ids';

export const directoryTypes = ['SCIM', 'POLL', 'LDAP'] as const;
export type DirectoryType = (typeof directoryTypes)[number] | 'Other';

export const directoryProviders = [
  'OKTA',
  'MICROSOFT_AD',
  'GOOGLE',
  'ONELOGIN',
  'JUMPCLOUD',
  'PING_IDENTITY',
  'AUTH0',
] as const;

export const directoryStatuses = ['draft', 'in_progress', 'completed', 'other'] as const;
export type DirectoryStatus = (typeof directoryStatuses)[number];

/** The most that one page of a directory's users or groups may hold. */
export const directoryPageSize = 30;

/** The most groups that can be offered for a choice: each thirty are one more call. */
export const mostGroupChoices = 300;

export const listDirectoriesInput = z.object({ organizationId });

export const directoryInput = z.object({ organizationId, directoryId });

/** A day in UTC, from whose start on; empty for all. */
const since = z.union([z.literal(''), z.iso.date('This is not a date.')]).default('');

export const listDirectoryUsersInput = directoryInput.extend({
  groupId: directoryGroupId.optional(),
  since,
  pageToken,
});

export const listDirectoryGroupsInput = directoryInput.extend({
  since,
  /** Groups of the provider that are not tracked, too. */
  external: z.boolean().default(false),
  pageToken,
});

export const roleSourcesInput = z.object({ organizationId, userId });

export const createDirectoryInput = z.object({
  organizationId,
  type: z.enum(directoryTypes, 'Choose how the directory is read.'),
  provider: z.union([z.literal(''), z.enum(directoryProviders)], 'Choose one of the list.'),
});

export const renameDirectoryInput = directoryInput.extend({
  name: z.string().trim().min(1, 'Give the directory a name.').max(256, 'A name has at most 256 characters.'),
});

export const deleteDirectoryInput = directoryInput.extend({
  confirmName: z.string(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it goes: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

export const trackGroupsInput = directoryInput.extend({
  externalIds: z
    .array(z.string().min(1).max(256))
    .min(1, 'Choose one group at least: Scalekit takes no empty choice.')
    .max(mostGroupChoices, `At most ${mostGroupChoices} groups can be chosen here.`),
});

const assignment = z.object({
  groupId: directoryGroupId.or(z.literal('')).refine(Boolean, 'Choose a group.'),
  roleName: z
    .string()
    .min(1, 'Choose a role.')
    .regex(/^[A-Za-z0-9_]{0,64}$/, 'A role name has letters, digits and underscores.'),
});

export const mapRolesInput = directoryInput.extend({
  assignments: z
    .array(assignment)
    .max(100, 'There can be at most 100 mappings.')
    .superRefine((rows, context) => {
      for (const [index, row] of rows.entries()) {
        if (rows.findIndex((other) => isSameAssignment(other, row)) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'roleName'],
            message: 'This mapping stands above already.',
          });
        }
      }
    }),
});

export const mapAttributesInput = directoryInput.extend({
  attributes: keyValueRows({ noun: 'attribute', pairs: 50, minKey: 1, maxKey: 32, maxValue: 32 }),
});

/** Members of a group get a role. */
export type RoleAssignment = { groupId: string; roleName: string };

export function isSameAssignment(one: RoleAssignment, other: RoleAssignment): boolean {
  return one.groupId === other.groupId && one.roleName === other.roleName;
}

/** A bearer secret without its value. Times are ISO 8601. */
export type DirectorySecret = {
  id: string;
  suffix: string;
  isActive: boolean;
  createdAt: string | null;
  expiresAt: string | null;
  /** Null: never, or Scalekit does not say. */
  lastUsedAt: string | null;
};

/** A customer's directory. Times are ISO 8601. */
export type DirectoryRow = {
  id: string;
  name: string;
  type: DirectoryType;
  /** `Okta`, `Other`: the provider in words. */
  provider: string;
  /** Whether it is provisioned from. */
  enabled: boolean;
  status: DirectoryStatus;
  /** Where the provider pushes to; null for a directory that is not pushed to. */
  endpoint: string | null;
  /** Whose access a polled directory is read with. */
  email: string | null;
  lastSyncedAt: string | null;
  users: number;
  groups: number;
  usersUpdatedAt: string | null;
  groupsUpdatedAt: string | null;
  /** Null where Scalekit says something else. */
  groupsTracked: 'all' | 'selected' | null;
  secrets: DirectorySecret[];
  assignments: RoleAssignment[];
  /** From the directory's attribute to that of the user. */
  attributes: KeyValueRow[];
};

/** Someone whom a directory knows. */
export type DirectoryUserRow = {
  id: string;
  email: string;
  userName: string;
  name: string | null;
  /** Null where the directory does not say. */
  isActive: boolean | null;
  groups: { id: string; name: string }[];
  /** Addresses beside `email`. */
  otherEmails: string[];
  /** What else is known, by the name that Scalekit gives it; mapped attributes too. */
  attributes: KeyValueRow[];
  updatedAt: string | null;
};

export type DirectoryGroupRow = {
  id: string;
  name: string;
  /** As the provider names it; null where it has none, or Scalekit does not say. */
  externalId: string | null;
  users: number;
  updatedAt: string | null;
};

/** A group that can be tracked; `key` is what Scalekit knows it by. */
export type GroupChoice = { key: string; name: string; users: number; isTracked: boolean };

/** `isWhole` is false when the provider has more groups than can be offered. */
export type GroupChoices = { choices: GroupChoice[]; isWhole: boolean };

/** What is answered once: the only time that the value exists outside of the customer's hands. */
export type RevealedDirectorySecret = { secretId: string; value: string };

/** A group that brings somebody a role that they have. `isCertain` is false where only its first page was read. */
export type RoleSource = {
  roleName: string;
  directory: { id: string; name: string };
  group: { id: string; name: string; users: number };
  isCertain: boolean;
};

/** `isWhole` is false when Scalekit told of a directory without its mapping. */
export type RoleSources = { hasDirectories: boolean; isWhole: boolean; sources: RoleSource[] };
