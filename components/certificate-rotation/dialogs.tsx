'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { KeptCertificate } from '@/lib/features/certificate-rotation/schema';
import type { RotatedConnection } from './rotated-connection';

export const PutBackDialog = lazyDialog<RotatedConnection & { kept: KeptCertificate[] }>(
  'put-back',
  () => import('./put-back'),
);
