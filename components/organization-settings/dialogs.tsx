'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type {
  ApplicationSessionPolicy,
  SessionPolicy,
  UserLimit,
} from '@/lib/features/organization-settings/schema';

type OfOrganization = { environment: string; organizationId: string };

export const EditSessionPolicyDialog = lazyDialog<
  OfOrganization & { policy: SessionPolicy; application: ApplicationSessionPolicy | null }
>('session-policy', () => import('./edit-session-policy'));

export const EditUserLimitDialog = lazyDialog<OfOrganization & { current: UserLimit }>(
  'user-limit',
  () => import('./edit-user-limit'),
);
