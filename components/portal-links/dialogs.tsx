'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { PortalFeature } from '@/lib/features/portal-links/schema';

export type OfOrganization = { environment: string; organizationId: string };

export type WithFeatures = OfOrganization & {
  /** What the organization has switched on; null when it could not be read. */
  enabledFeatures: PortalFeature[] | null;
};

export type WithCodes = {
  /** This console can send mail, so the link's page asks for a code. */
  asksForCode: boolean;
};

export const CreatePortalLinkDialog = lazyDialog<WithFeatures & WithCodes>(
  'create',
  () => import('./create-portal-link'),
);

export const CreateOneMinuteLinkDialog = lazyDialog<WithFeatures>(
  'one-minute',
  () => import('./create-one-minute-link'),
);

export const RevokePortalLinkDialog = lazyDialog<OfOrganization>(
  'revoke',
  () => import('./revoke-portal-link'),
);
