'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

export type OfEnvironment = { environment: string };

export const StartFreezeDialog = lazyDialog<OfEnvironment>('freeze', () => import('./start-freeze'));

export const EndFreezeDialog = lazyDialog<OfEnvironment & { startedAt: string }>(
  'end-freeze',
  () => import('./end-freeze'),
);
