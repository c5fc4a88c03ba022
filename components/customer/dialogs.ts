'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { OwnApiKeyRow } from '@/lib/features/api-keys/schema';
import type { AssignableRole, OwnMemberRow } from '@/lib/features/members/schema';

export const InviteDialog = lazyDialog<{ roles: AssignableRole[] | null }>(
  'invite',
  () => import('./invite-member'),
);

export const ResendDialog = lazyDialog<{ rows: OwnMemberRow[] }>(
  'resend',
  () => import('./resend-invitation'),
);

export const RemoveDialog = lazyDialog<{ rows: OwnMemberRow[] }>('remove', () => import('./remove-member'));

export const CreateKeyDialog = lazyDialog<object>('create', () => import('./create-api-key'));

export const RevokeKeyDialog = lazyDialog<{ rows: OwnApiKeyRow[] }>(
  'revoke',
  () => import('./revoke-api-key'),
);
