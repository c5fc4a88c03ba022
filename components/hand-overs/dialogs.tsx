'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

export type OfOrganization = { environment: string; organizationId: string };

export const RevokeHandOverDialog = lazyDialog<OfOrganization>('revoke', () => import('./revoke-hand-over'));
