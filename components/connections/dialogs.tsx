'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ConnectionDetail } from '@/lib/features/connections/schema';

type OfConnection = { environment: string; organizationId: string; connection: ConnectionDetail };

export const SwitchConnectionDialog = lazyDialog<OfConnection>('switch', () => import('./switch-connection'));

export const DeleteConnectionDialog = lazyDialog<OfConnection>(
  'delete-connection',
  () => import('./delete-connection'),
);
