'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ActivityFilter } from '@/lib/activity/filter';
import type { ActivityViewRow } from '@/lib/features/activity/schema';

export type WithFilter = { environment: string; filter: ActivityFilter };
export type WithViews = { environment: string; views: ActivityViewRow[] };

export const SaveViewDialog = lazyDialog<WithFilter>('save-view', () => import('./save-view'));

export const ShareViewDialog = lazyDialog<WithViews>('share-view', () => import('./share-view'));

export const DefaultViewDialog = lazyDialog<WithViews>('default-view', () => import('./default-view'));

export const DeleteViewDialog = lazyDialog<WithViews>('delete-view', () => import('./delete-view'));

export const ExportActivityDialog = lazyDialog<WithFilter>('export', () => import('./export-activity'));
