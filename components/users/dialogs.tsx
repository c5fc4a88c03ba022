'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { SessionRow } from '@/lib/features/users/schema';

type OfUser = { environment: string; userId: string };

export const EndSessionDialog = lazyDialog<OfUser & { rows: SessionRow[] }>(
  'end',
  () => import('./end-session'),
);

export const EndAllSessionsDialog = lazyDialog<OfUser & { email: string }>(
  'end-all',
  () => import('./end-all-sessions'),
);
