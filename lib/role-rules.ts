import { z } from 'zod';

/** Scalekit takes 64 of these characters. */
export const roleName = z
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

/** A role to stand on, or to take another's place. Empty is none. */
export const otherRole = z.union([z.literal(''), roleName]);

/** The name of a permission that exists. */
export const permissionName = z
  .string()
  .regex(/^[A-Za-z0-9_:]{1,64}$/, 'This is not the name of a permission.');

/** Permissions that one write may hold. A role may have more: they are added a hundred at a time. */
export const mostPermissions = 100;

/** What a role is given in one write. */
export const permissionNames = z
  .array(permissionName)
  .max(mostPermissions, 'A role has at most 100 permissions of its own.');

/** A new role, wherever it belongs. */
export const newRole = z.object({
  name: roleName,
  displayName,
  description,
  extends: otherRole,
  permissions: permissionNames,
});

/** What is left out stays. An empty description or list stays as well: Scalekit cannot clear them. */
export const roleChanges = z.object({
  name: roleName,
  displayName: displayName.optional(),
  description: description.optional(),
  extends: otherRole.optional(),
  permissions: permissionNames.optional(),
});

/** A role that goes, and the one that takes its place. */
export const roleDeletion = z.object({ name: roleName, successor: otherRole });

/** True for a successor that is not the role itself. */
export function isOtherRole({ name, successor }: z.output<typeof roleDeletion>): boolean {
  return name !== successor;
}

export const notItself = { path: ['successor'], message: 'Choose another role than the one deleted.' };
