import { z } from 'zod';
import type { RolePermission, RoleRow } from '@/lib/role-row';
import {
  isOtherRole,
  newRole,
  notItself,
  permissionName,
  permissionNames,
  roleChanges,
  roleDeletion,
  roleName,
} from '@/lib/role-rules';

export const environmentRolesInput = z.object({});

export const environmentRoleInput = z.object({ name: roleName });

export const createEnvironmentRoleInput = newRole;

export const updateEnvironmentRoleInput = roleChanges;

export const deleteEnvironmentRoleInput = roleDeletion.refine(isOtherRole, notItself);

export const addPermissionsInput = z.object({
  name: roleName,
  permissions: permissionNames
    .min(1, 'Choose one permission or more.')
    .max(100, 'Add at most 100 permissions at a time.'),
});

export const removePermissionInput = z.object({
  name: roleName,
  permission: permissionName,
});

/** Both go together: what is left out, Scalekit's own SDKs refuse to send. */
export const setDefaultsInput = z.object({
  creator: roleName,
  member: roleName,
});

/** The roles that every organization has. `descriptions` are those of their permissions. */
export type EnvironmentRoles = { roles: RoleRow[]; descriptions: Record<string, string> };

/** One role, and everything that it brings as Scalekit itself counts it. */
export type EnvironmentRole = { role: RoleRow; effective: RolePermission[] };

/** A role that some organization made for itself on top of one of the environment's. */
export type OwnHeir = { name: string; displayName: string };
