'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { TestedConnection } from './tested-connection';

export const TestConnectionDialog = lazyDialog<TestedConnection>('test', () => import('./test-connection'));
