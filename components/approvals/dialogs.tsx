'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ApprovalRow } from '@/lib/features/approvals/schema';

export type WithApprovals = { environment: string; rows: ApprovalRow[] };

export const ApproveDialog = lazyDialog<WithApprovals>('approve', () => import('./approve'));

export const RefuseDialog = lazyDialog<WithApprovals>('refuse', () => import('./refuse'));

export const WithdrawDialog = lazyDialog<WithApprovals>('withdraw', () => import('./withdraw'));

export const SwitchApprovalsDialog = lazyDialog<{ environment: string; isOn: boolean }>(
  'switch-approvals',
  () => import('./switch-approvals'),
);
