'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

export const CreateConnectionDialog = lazyDialog<{ environment: string; organizationId: string }>(
  'create',
  () => import('./create-connection'),
);
