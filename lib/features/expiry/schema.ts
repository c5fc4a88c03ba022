import { z } from 'zod';
import { type Page, pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

export const expiryInput = z.object({ organizationId });

export const expiringKinds = [
  'certificate',
  'api_key',
  'client_secret',
  'directory_secret',
  'portal_link',
  'connected_account',
  'invitation',
] as const;
export type ExpiringKind = (typeof expiringKinds)[number];

export const expiringLabels: Record<ExpiringKind, string> = {
  certificate: 'SAML certificate',
  api_key: 'API key',
  client_secret: 'Client secret',
  directory_secret: 'SCIM secret',
  portal_link: 'Portal link',
  connected_account: 'Connected account',
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

/** What runs out anywhere within so many days, and what ran out in the last thirty. */
export const expiryQueueInput = z.object({
  within: z.coerce.number().int().min(1).max(366).default(30),
  pageToken,
});

/** `seenAt` (ISO 8601) is how old this knowledge is; null for Keydesk's own records, which are never old. */
export type QueuedExpiry = Expiring & {
  organizationId: string;
  organizationName: string;
  seenAt: string | null;
};

/** `oldest`: of all customers the one that was looked at longest ago; null when none was. */
export type ExpiryQueue = Page<QueuedExpiry> & { oldest: string | null };

export const expiryQueuePageSize = 50;
