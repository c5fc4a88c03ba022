'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { RoutedConnection } from './routed-connection';

export const AssignDomainsDialog = lazyDialog<RoutedConnection>('domains', () => import('./assign-domains'));
