'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';

type Props = { environment: string; environments: string[] };

export const PaletteDialog = lazyDialog<Props>('find', () => import('./palette'));
