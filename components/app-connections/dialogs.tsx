'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { AppConnectionDetail } from '@/lib/features/app-connections/schema';

type OfConnection = { environment: string; connection: AppConnectionDetail };

export const CreateAppConnectionDialog = lazyDialog<{
  environment: string;
  /** The provider that it is for, where the page knows. */
  provider?: { identifier: string; authType?: string };
}>('create', () => import('./create-app-connection'));

export const SwitchAppConnectionDialog = lazyDialog<OfConnection>(
  'switch',
  () => import('./switch-app-connection'),
);

export const DeleteAppConnectionDialog = lazyDialog<OfConnection>(
  'delete-app-connection',
  () => import('./delete-app-connection'),
);
