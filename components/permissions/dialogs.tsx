'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { PermissionRow } from '@/lib/features/permissions/schema';

type OfEnvironment = { environment: string };

export const CreatePermissionDialog = lazyDialog<OfEnvironment>(
  'create',
  () => import('./create-permission'),
);

export const EditPermissionDialog = lazyDialog<OfEnvironment & { permissions: PermissionRow[] }>(
  'edit-permission',
  () => import('./edit-permission'),
);

export const DeletePermissionDialog = lazyDialog<OfEnvironment & { listHref: string }>(
  'delete-permission',
  () => import('./delete-permission'),
);
