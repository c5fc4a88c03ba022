'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type {
  ConsentRow,
  ResourceClientRow,
  ResourceRow,
  ResourceType,
} from '@/lib/features/resources/schema';

type OfResource = { environment: string; resource: ResourceRow };

export const CreateResourceDialog = lazyDialog<{ environment: string; type: ResourceType }>(
  'create',
  () => import('./create-resource'),
);

export const EditResourceDialog = lazyDialog<OfResource>('edit-resource', () => import('./edit-resource'));

export const DeleteResourceDialog = lazyDialog<
  OfResource & { clients: number | null; consents: number | null }
>('delete-resource', () => import('./delete-resource'));

export const CreateResourceClientDialog = lazyDialog<OfResource>(
  'create-client',
  () => import('./create-resource-client'),
);

export const EditResourceClientDialog = lazyDialog<{
  environment: string;
  resourceId: string;
  clients: ResourceClientRow[];
}>('edit-client', () => import('./edit-resource-client'));

export const ConnectResourceDialog = lazyDialog<OfResource>('connect', () => import('./connect-resource'));

export const DeleteProviderDialog = lazyDialog<OfResource>(
  'delete-provider',
  () => import('./delete-provider'),
);

export const DeleteResourceClientDialog = lazyDialog<{
  environment: string;
  resourceId: string;
  clients: ResourceClientRow[];
}>('delete-client', () => import('./delete-resource-client'));

export const RevokeConsentDialog = lazyDialog<{ environment: string; consents: ConsentRow[] }>(
  'revoke',
  () => import('./revoke-consent'),
);
