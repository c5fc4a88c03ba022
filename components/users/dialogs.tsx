'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { SessionRow, UserDetail } from '@/lib/features/users/schema';
import { ofMembership } from './of-membership';

type OfUser = { environment: string; userId: string };

export const EndSessionDialog = lazyDialog<OfUser & { rows: SessionRow[] }>(
  'end',
  () => import('./end-session'),
);

export const EndAllSessionsDialog = lazyDialog<OfUser & { email: string }>(
  'end-all',
  () => import('./end-all-sessions'),
);

export const SessionDetailDialog = lazyDialog<OfUser>('session', () => import('../sessions/session-detail'));

type WithUser = { environment: string; user: UserDetail };

export const EditUserDialog = lazyDialog<WithUser>('edit', () => import('./edit-user'));
export const UserMetadataDialog = lazyDialog<WithUser>('metadata', () => import('./user-metadata'));
export const DeleteUserDialog = lazyDialog<WithUser>('delete', () => import('./delete-user'));
export const AddToOrganizationDialog = lazyDialog<WithUser>('add', () => import('./add-to-organization'));

// The members' own dialogs, each about one membership: `roles:org_1`.
export const RolesDialog = lazyDialog<WithUser>('roles', async () =>
  ofMembership((await import('../members/change-roles')).default),
);
export const ResendDialog = lazyDialog<WithUser>('resend', async () =>
  ofMembership((await import('../members/resend-invitation')).default),
);
export const MembershipMetadataDialog = lazyDialog<WithUser>('member-metadata', async () =>
  ofMembership((await import('../members/member-metadata')).default),
);
export const RemoveDialog = lazyDialog<WithUser>('remove', async () =>
  ofMembership((await import('../members/remove-member')).default),
);
