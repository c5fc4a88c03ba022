'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { PushView } from '@/lib/features/activity-push/schema';

export type WithPushes = { environment: string; pushes: PushView[]; onChanged: () => void };

export const CreatePushDialog = lazyDialog<WithPushes>('create', () => import('./create-push'));

export const EditPushDialog = lazyDialog<WithPushes>('edit-push', () => import('./edit-push'));

export const SwitchPushDialog = lazyDialog<WithPushes>('switch-push', () => import('./switch-push'));

export const TestPushDialog = lazyDialog<WithPushes>('test-push', () => import('./test-push'));

export const RotatePushDialog = lazyDialog<WithPushes>('rotate-secret', () => import('./rotate-secret'));

export const DeletePushDialog = lazyDialog<WithPushes>('delete-push', () => import('./delete-push'));
