import type { AccessUse } from './role-changes';
import type { RoleNode } from './role-graph';

export type RolePermission = { name: string; description: string | null };

/** A role as it is listed. `permissions` are those it is given itself; its base brings more. */
export type RoleRow = RoleNode & {
  displayName: string;
  description: string | null;
  /** Made for one organization; else the environment's, which every organization has. */
  isOwn: boolean;
  /** What an organization's members get when no role is said. */
  isDefaultMember: boolean;
  /** What whoever creates an organization gets. */
  isDefaultCreator: boolean;
};

/** Who a change of a role concerns; groups of directories that give it, null where they could not be read. */
export type RoleUse = AccessUse & { groups: number | null };

/** Permissions to choose from; `complete` is false when there are more than are offered. */
export type PermissionChoice = { permissions: RolePermission[]; complete: boolean };

/** Users by role name; null where Scalekit did not tell. `left` roles were not asked for. */
export type RoleCounts = {
  counts: { name: string; displayName: string; users: number | null }[];
  left: number;
};

/** Roles whose users are counted at a time: each costs a call. */
export const countedRoles = 25;
