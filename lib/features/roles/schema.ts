import { z } from 'zod';
import { type Page, pageToken } from '@/lib/page';
import type { RoleRow } from '@/lib/role-row';
import { isOtherRole, newRole, notItself, roleChanges, roleDeletion, roleName } from '@/lib/role-rules';
import { organizationId } from '@/lib/scalekit-ids';

/** Members that one page of a role's members looks through; the API cannot list by role. */
export const holderPageSize = 100;

/** Members that are read to tell who a change concerns, in pages of 100. */
export const countedMembers = 1_000;

/** Permissions that are offered, in pages of 100. */
export const offeredPermissions = 500;

export const organizationRolesInput = z.object({ organizationId });

export const roleInput = z.object({ organizationId, name: roleName });

export const roleHoldersInput = roleInput.extend({ pageToken });

export const createRoleInput = newRole.extend({ organizationId });

export const updateRoleInput = roleChanges.extend({ organizationId });

export const deleteRoleInput = roleDeletion.extend({ organizationId }).refine(isOtherRole, notItself);

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
