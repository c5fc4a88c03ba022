'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ProviderDetail } from '@/lib/features/providers/schema';

export const DeleteProviderDialog = lazyDialog<{ environment: string; provider: ProviderDetail }>(
  'delete-provider',
  () => import('./delete-provider'),
);
