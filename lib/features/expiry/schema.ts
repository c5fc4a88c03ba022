import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const expiryInput = z.object({ organizationId });

export const expiringKinds = [
  'certificate',
  'api_key',
  'client_secret',
  'directory_secret',
  'portal_link',
  'invitation',
] as const;
export type ExpiringKind = (typeof expiringKinds)[number];

export const expiringLabels: Record<ExpiringKind, string> = {
  certificate: 'SAML certificate',
  api_key: 'API key',
  client_secret: 'Client secret',
  directory_secret: 'SCIM secret',
  portal_link: 'Portal link',
  invitation: 'Invitation',
};

/** What stops working at `expiresAt` (ISO 8601). `placeId` is what it belongs to: a connection, a client, a directory. */
export type Expiring = {
  kind: ExpiringKind;
  id: string;
  name: string;
  expiresAt: string;
  placeId: string | null;
};

/** `rows` sorted by date. `gaps` are sentences on what was not looked at. */
export type ExpiryList = { rows: Expiring[]; gaps: string[] };

/** With how many there are of what was counted on the way; null where it could not be read. */
export type OrganizationExpiry = ExpiryList & { members: number | null; apiKeys: number | null };

/** How long something that has run out stays on the list. A certificate stays until it is replaced. */
export const shownAfterDays = 30;

/** How many SAML connections are read for their certificates: one call each. */
export const certificateConnections = 5;
