'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ConnectionDetail, ConnectionRow } from '@/lib/features/connections/schema';

type OfConnection = { environment: string; organizationId: string; connection: ConnectionDetail };

export const SwitchConnectionDialog = lazyDialog<OfConnection>('switch', () => import('./switch-connection'));

export const DeleteConnectionDialog = lazyDialog<OfConnection>(
  'delete-connection',
  () => import('./delete-connection'),
);

type Selected = { environment: string; organizationId: string | null; rows: ConnectionRow[] };

export const SwitchSelectedDialog = lazyDialog<Selected>(
  'switch-selected',
  () => import('./switch-selected'),
);
