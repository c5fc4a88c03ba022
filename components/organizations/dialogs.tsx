'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { OrganizationDetail } from '@/lib/features/organizations/schema';

// The code of each dialog loads when someone reaches for it: the pages stay light.

type AboutOrganization = { environment: string; organization: OrganizationDetail };

export const CreateOrganizationDialog = lazyDialog<{ environment: string }>(
  'create',
  () => import('./create-organization'),
);

export const EditOrganizationDialog = lazyDialog<AboutOrganization>(
  'edit',
  () => import('./edit-organization'),
);

export const EditMetadataDialog = lazyDialog<AboutOrganization>('metadata', () => import('./edit-metadata'));

export const DisableFeatureDialog = lazyDialog<AboutOrganization>(
  'disable-feature',
  () => import('./disable-feature'),
);

export const DeleteOrganizationDialog = lazyDialog<AboutOrganization>(
  'delete',
  () => import('./delete-organization'),
);
