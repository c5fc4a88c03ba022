'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ClientRow } from '@/lib/features/clients/schema';

type OfClient = { environment: string; client: ClientRow };

export const CreateClientDialog = lazyDialog<{ environment: string }>(
  'create',
  () => import('./create-client'),
);

export const EditClientDialog = lazyDialog<OfClient>('edit-client', () => import('./edit-client'));

export const AddClientSecretDialog = lazyDialog<OfClient>('add-secret', () => import('./add-client-secret'));

export const SwitchClientSecretDialog = lazyDialog<OfClient>(
  'switch-secret',
  () => import('./switch-client-secret'),
);

export const RemoveClientSecretDialog = lazyDialog<OfClient>(
  'remove-secret',
  () => import('./remove-client-secret'),
);

export const DeleteClientDialog = lazyDialog<OfClient>('delete-client', () => import('./delete-client'));
