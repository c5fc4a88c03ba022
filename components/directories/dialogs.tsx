'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from '@/lib/features/directories/schema';

export type OfOrganization = { environment: string; organizationId: string };
export type OfDirectory = OfOrganization & { directory: DirectoryRow };

export const CreateDirectoryDialog = lazyDialog<OfOrganization>('create', () => import('./create-directory'));

export const RenameDirectoryDialog = lazyDialog<OfDirectory>(
  'rename-directory',
  () => import('./rename-directory'),
);

export const SwitchDirectoryDialog = lazyDialog<OfDirectory>('switch', () => import('./switch-directory'));

export const SyncDirectoryDialog = lazyDialog<OfDirectory>('sync', () => import('./sync-directory'));

export const DeleteDirectoryDialog = lazyDialog<OfDirectory>(
  'delete-directory',
  () => import('./delete-directory'),
);

export const AddDirectorySecretDialog = lazyDialog<OfDirectory>(
  'add-secret',
  () => import('./add-directory-secret'),
);

export const ReplaceDirectorySecretsDialog = lazyDialog<OfDirectory>(
  'replace-secrets',
  () => import('./replace-directory-secrets'),
);

export const DirectoryUserDialog = lazyDialog<OfOrganization & { rows: DirectoryUserRow[] }>(
  'user',
  () => import('./directory-user'),
);

export const TrackGroupsDialog = lazyDialog<OfDirectory>('track-groups', () => import('./track-groups'));

export const MapRolesDialog = lazyDialog<OfDirectory & { groups: DirectoryGroupRow[]; roles: RoleChoice[] }>(
  'map-roles',
  () => import('./map-roles'),
);

/** A role that can be given, by the name that the API takes. */
export type RoleChoice = { name: string; displayName: string };

export const MapAttributesDialog = lazyDialog<OfDirectory>(
  'map-attributes',
  () => import('./map-attributes'),
);
