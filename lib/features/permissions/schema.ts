import { z } from 'zod';
import { permissionName } from '@/lib/role-rules';

/** Permissions that are read for the matrix and the list, in pages of 100. */
export const readPermissions = 1_000;

/** Rows of one page of the list. */
export const permissionPageSize = 100;

const description = z.string().trim().max(2_000, 'A description has at most 2,000 characters.');

export const permissionsInput = z.object({});

export const permissionInput = z.object({ name: permissionName });

export const createPermissionInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the permission a name.')
    .max(64, 'A permission’s name has at most 64 characters.')
    .regex(
      /^[A-Za-z0-9_:]+$/,
      'A permission’s name has letters, digits, underscores and colons, such as invoices:read.',
    ),
  description,
});

/** An empty description clears it: this is the one text of roles and permissions that Scalekit can clear. */
export const updatePermissionInput = z.object({ name: permissionName, description });

export type PermissionRow = {
  name: string;
  description: string | null;
  /** Every environment has it and nobody changes it. */
  isScalekits: boolean;
  /** ISO 8601; null where Scalekit does not say. */
  createdAt: string | null;
  updatedAt: string | null;
};

/** All permissions by name; `complete` is false when there are more than are read. */
export type PermissionList = { permissions: PermissionRow[]; complete: boolean };
