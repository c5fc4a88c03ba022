'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { AssignedCustomer, StaffDetail } from '@/lib/features/staff/schema';

type OfPerson = { environment: string; person: StaffDetail };

export const AddStaffDialog = lazyDialog<{ environment: string }>('add', () => import('./add-staff'));

export const ChangeRoleDialog = lazyDialog<OfPerson>('role', () => import('./change-role'));

export const AssignCustomersDialog = lazyDialog<OfPerson & { customers: AssignedCustomer[] }>(
  'customers',
  () => import('./assign-customers'),
);

export const RevokeSessionDialog = lazyDialog<OfPerson>('end-session', () => import('./revoke-session'));

export const DeactivateDialog = lazyDialog<OfPerson>('deactivate', () => import('./deactivate'));

export const ReactivateDialog = lazyDialog<OfPerson>('reactivate', () => import('./reactivate'));
