'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

type Props = { environment: string; jobId: string; waiting: number; onChanged: () => void };

export const CancelJobDialog = lazyDialog<Props>('cancel-job', () => import('./cancel-job'));
