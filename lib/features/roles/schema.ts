import { z } from 'zod';
import { type Page, pageToken } from '@/lib/page';
import type { RoleHolders } from '@/lib/role-changes';
import type { RoleNode } from '@/lib/role-graph';
import { organizationId } from '@/lib/scalekit-ids';

/** Members that one page of a role's members looks through; the API cannot list by role. */
export const holderPageSize = 100;

/** Members that are read to tell who a change concerns, in pages of 100. */
export const countedMembers = 1_000;

/** Roles whose users are counted at a time: each costs a call. */
export const countedRoles = 25;

/** Permissions that are offered, in pages of 100. */
export const offeredPermissions = 500;

/** Scalekit takes 64 of these characters. */
const roleName = z
  .string()
  .trim()
  .min(1, 'Give the role a name.')
  .max(64, 'A role name has at most 64 characters.')
  .regex(/^[A-Za-z0-9_]+$/, 'A role name has letters, digits and underscores, such as billing_clerk.');

const displayName = z
  .string()
  .trim()
  .min(1, 'Give the name that people read.')
  .max(100, 'A display name has at most 100 characters.');

const description = z.string().trim().max(2_000, 'A description has at most 2,000 characters.');

/** Empty is none. */
const base = z.union([z.literal(''), roleName]);

const permissionNames = z
  .array(z.string().regex(/^[A-Za-z0-9_:]{1,64}$/, 'This is not the name of a permission.'))
  .max(100, 'A role has at most 100 permissions of its own.');

export const organizationRolesInput = z.object({ organizationId });

export const roleInput = z.object({ organizationId, name: roleName });

export const roleHoldersInput = roleInput.extend({ pageToken });

export const createRoleInput = z.object({
  organizationId,
  name: roleName,
  displayName,
  description,
  extends: base,
  permissions: permissionNames,
});

/** What is left out stays. An empty description or list stays as well: Scalekit cannot clear them. */
export const updateRoleInput = z.object({
  organizationId,
  name: roleName,
  displayName: displayName.optional(),
  description: description.optional(),
  extends: base.optional(),
  permissions: permissionNames.optional(),
});

export const deleteRoleInput = z
  .object({ organizationId, name: roleName, successor: base })
  .refine(({ name, successor }) => name !== successor, {
    path: ['successor'],
    message: 'Choose another role than the one deleted.',
  });

export type RolePermission = { name: string; description: string | null };

/** A role as one organization has it. `permissions` are those it is given itself; its base brings more. */
export type RoleRow = RoleNode & {
  displayName: string;
  description: string | null;
  /** Made for this organization; else the environment's, which every organization has. */
  isOwn: boolean;
  /** What an organization's members get when no role is said. */
  isDefaultMember: boolean;
  /** What whoever creates an organization gets. */
  isDefaultCreator: boolean;
};

/**
 * Where the default for new members comes from: chosen for this organization; the same as the environment's, chosen or
 * not; or not known, because the environment's could not be read.
 */
export type DefaultSource = 'organization' | 'environment' | 'unknown';

/** All roles that count in an organization, its own first. `descriptions` are those of their permissions. */
export type OrganizationRoles = {
  roles: RoleRow[];
  descriptions: Record<string, string>;
  memberDefaultSource: DefaultSource;
};

/** A member who has the role; `through` is a role of theirs that stands on it, null where they have it themselves. */
export type RoleHolderRow = {
  userId: string;
  email: string;
  name: string | null;
  isInvited: boolean;
  through: string | null;
};

/** Those of one page of members who have a role; `members` are the ids of all on the page, `total` counts all members. */
export type RoleHolderPage = Page<RoleHolderRow> & { members: string[] };

/** Who a change of a role concerns. `read` of `total` members were looked through. */
export type RoleUse = {
  holders: RoleHolders[];
  read: number;
  total: number;
  /** Groups of directories that give the role; null where they could not be read. */
  groups: number | null;
};

/** Permissions to choose from; `complete` is false when there are more than are offered. */
export type PermissionChoice = { permissions: RolePermission[]; complete: boolean };

/** Users by role name; null where Scalekit did not tell. `left` roles were not asked for. */
export type RoleCounts = {
  counts: { name: string; displayName: string; users: number | null }[];
  left: number;
};
