'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { TitledSnippet } from './as-code';

export const AsCodeDialog = lazyDialog<{ snippets: TitledSnippet[] }>('code', () => import('./as-code'));
