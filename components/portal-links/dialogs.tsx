'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { PortalFeature } from '@/lib/features/portal-links/schema';

export type AboutPortalLinks = {
  environment: string;
  organizationId: string;
  /** What the organization has switched on; null when it could not be read. */
  enabledFeatures: PortalFeature[] | null;
};

const CreatePortalLink = lazyDialog<AboutPortalLinks>('create', () => import('./create-portal-link'));
const CreateOneMinuteLink = lazyDialog<AboutPortalLinks>(
  'one-minute',
  () => import('./create-one-minute-link'),
);
const RevokePortalLink = lazyDialog<AboutPortalLinks>('revoke', () => import('./revoke-portal-link'));

/** Where the dialogs of the page appear. The code of each loads when someone reaches for it. */
export function PortalLinkDialogs(about: AboutPortalLinks) {
  return (
    <>
      <CreatePortalLink {...about} />
      <CreateOneMinuteLink {...about} />
      <RevokePortalLink {...about} />
    </>
  );
}
