'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

type OfEnvironment = { environment: string };

export const CreateRoleDialog = lazyDialog<OfEnvironment>('create', () => import('./create-role'));

export const EditRoleDialog = lazyDialog<OfEnvironment>('edit-role', () => import('./edit-role'));

export const RemoveBaseDialog = lazyDialog<OfEnvironment>('remove-base', () => import('./remove-base'));

export const AddPermissionsDialog = lazyDialog<OfEnvironment>(
  'add-permissions',
  () => import('./add-permissions'),
);

export const GivePermissionDialog = lazyDialog<OfEnvironment>('give', () => import('./give-permission'));

export const TakePermissionDialog = lazyDialog<OfEnvironment>('take', () => import('./take-permission'));

export const ChangeDefaultsDialog = lazyDialog<OfEnvironment>('defaults', () => import('./change-defaults'));

export const CountPeopleDialog = lazyDialog<OfEnvironment>('count-people', () => import('./count-people'));

export const DeleteRoleDialog = lazyDialog<OfEnvironment & { listHref: string }>(
  'delete-role',
  () => import('./delete-role'),
);
