'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ApiClientRow } from '@/lib/features/api-clients/schema';

type OfOrganization = { environment: string; organizationId: string };
type OfClient = OfOrganization & { client: ApiClientRow };

export const CreateApiClientDialog = lazyDialog<OfOrganization>(
  'create',
  () => import('./create-api-client'),
);

export const EditApiClientDialog = lazyDialog<OfClient>('edit-client', () => import('./edit-api-client'));

export const AddSecretDialog = lazyDialog<OfClient>('add-secret', () => import('./add-secret'));

export const RemoveSecretDialog = lazyDialog<OfClient>('remove-secret', () => import('./remove-secret'));

export const TryApiClientDialog = lazyDialog<OfClient>('try', () => import('./try-api-client'));

export const DeleteApiClientDialog = lazyDialog<OfClient>(
  'delete-client',
  () => import('./delete-api-client'),
);
