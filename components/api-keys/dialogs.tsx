'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { ApiKeyRow } from '@/lib/features/api-keys/schema';

type OfOrganization = { environment: string; organizationId: string };
type WithRows = OfOrganization & { rows: ApiKeyRow[] };

export const CreateApiKeyDialog = lazyDialog<OfOrganization>('create', () => import('./create-api-key'));

// Not `edit`: the organization's own details have that name on every tab.
export const EditApiKeyDialog = lazyDialog<WithRows>('edit-key', () => import('./edit-api-key'));

export const RevokeApiKeyDialog = lazyDialog<WithRows>('revoke', () => import('./revoke-api-key'));

export const RevokeSelectedDialog = lazyDialog<WithRows>(
  'revoke-selected',
  () => import('./revoke-selected'),
);
