'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { MemberRow } from '@/lib/features/members/schema';

type OfOrganization = { environment: string; organizationId: string };
type WithRows = OfOrganization & { rows: MemberRow[] };

export const InviteMemberDialog = lazyDialog<OfOrganization>('invite', () => import('./invite-member'));

export const AddMemberDialog = lazyDialog<OfOrganization>('add', () => import('./add-member'));

export const ResendInvitationDialog = lazyDialog<WithRows>('resend', () => import('./resend-invitation'));

export const WrongAddressDialog = lazyDialog<WithRows>('wrong-address', () => import('./wrong-address'));

export const ChangeRolesDialog = lazyDialog<WithRows>('roles', () => import('./change-roles'));

export const MemberMetadataDialog = lazyDialog<WithRows>(
  'member-metadata',
  () => import('./member-metadata'),
);

export const EndSessionsDialog = lazyDialog<OfOrganization>(
  'end-sessions',
  () => import('../sessions/end-organization-sessions'),
);

export const RemoveMemberDialog = lazyDialog<WithRows>('remove', () => import('./remove-member'));
