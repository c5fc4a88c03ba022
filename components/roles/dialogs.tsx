'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { OrganizationRoles } from '@/lib/features/roles/schema';

type OfOrganization = { environment: string; organizationId: string };
type Anywhere = { environment: string; organizationId?: string };
type WithRoles = OfOrganization & { list: OrganizationRoles };

export const CreateRoleDialog = lazyDialog<WithRoles>('create', () => import('./create-role'));

export const EditRoleDialog = lazyDialog<WithRoles>('edit-role', () => import('./edit-role'));

export const RemoveBaseDialog = lazyDialog<WithRoles>('remove-base', () => import('./remove-base'));

export const DefaultRoleDialog = lazyDialog<WithRoles>('default-role', () => import('./default-role'));

export const DeleteRoleDialog = lazyDialog<WithRoles & { listHref: string }>(
  'delete-role',
  () => import('./delete-role'),
);

export const CountUsersDialog = lazyDialog<Anywhere>('count-users', () => import('./count-users'));
