'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { MappedConnection } from './mapped-connection';

export const ChangeMappingDialog = lazyDialog<MappedConnection>('mapping', () => import('./change-mapping'));
