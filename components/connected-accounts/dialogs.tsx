'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { AccountDetail } from '@/lib/features/connected-accounts/schema';

export type OfAccount = {
  environment: string;
  account: AccountDetail;
  /** Whose page this is; empty for the whole environment. */
  organizationId: string;
};

export const CreateLinkDialog = lazyDialog<OfAccount>('link', () => import('./create-link'));
export const VerifyAccountDialog = lazyDialog<OfAccount>('verify', () => import('./verify-account'));
export const DisconnectAccountDialog = lazyDialog<OfAccount>(
  'disconnect',
  () => import('./disconnect-account'),
);
export const DeleteAccountDialog = lazyDialog<OfAccount>('delete-account', () => import('./delete-account'));
export const RevealCredentialsDialog = lazyDialog<OfAccount>(
  'credentials',
  () => import('./reveal-credentials'),
);
export const CreateDurableLinkDialog = lazyDialog<OfAccount & { asksForCode: boolean }>(
  'durable-link',
  () => import('./create-durable-link'),
);
export const WithdrawDurableLinkDialog = lazyDialog<OfAccount>(
  'withdraw',
  () => import('./withdraw-durable-link'),
);
