'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { CustomerPageState } from '@/lib/features/customer-page/schema';

export const SwitchCustomerPageDialog = lazyDialog<{
  environment: string;
  organizationId: string;
  page: CustomerPageState;
}>('customer-page', () => import('./switch-customer-page'));
