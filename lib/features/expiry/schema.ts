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
  'account_link',
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
  account_link: 'Account link',
  connected_account: 'Connected account',
  invitation: 'Invitation',
};

/** In the middle of a sentence. */
export const expiringNouns: Record<ExpiringKind, string> = {
  ...expiringLabels,
  client_secret: 'client secret',
  portal_link: 'portal link',
  account_link: 'account link',
  connected_account: 'connected account',
  invitation: 'invitation',
};

/**
 * What stops working at `expiresAt` (ISO 8601). `placeId` is what it belongs to: a connection, a client, a directory, an
 * account.
 */
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

/** What runs out anywhere within so many days, or (`past`) what has run out; of all kinds or of one. */
export const expiryQueueInput = z.object({
  within: z.coerce.number().int().min(1).max(366).default(30),
  past: z.boolean().default(false),
  kind: z.enum(expiringKinds).optional(),
  pageToken,
});

/**
 * `seenAt` (ISO 8601) is how old this knowledge is; null for Keydesk's own records, which are never old. The
 * organization is empty for a link to an account of no customer.
 */
export type QueuedExpiry = Expiring & {
  organizationId: string;
  organizationName: string;
  seenAt: string | null;
};

export type KindCount = { kind: ExpiringKind; count: number };

/**
 * `kinds`: how many of each there are, whichever is shown; most first. `past`: how many have run out. `oldest`: of all
 * customers the one that was looked at longest ago; null when none was.
 */
export type ExpiryQueue = Page<QueuedExpiry> & { kinds: KindCount[]; past: number; oldest: string | null };

export const expiryQueuePageSize = 50;

export const noInput = z.object({});

/** How far the desk looks ahead, and how much it has room for: one of each kind and three certificates. */
export const soonDays = 30;
export const soonShown = 10;

/** What the desk shows. `more`: of each kind how many it does not show. */
export type ExpirySoon = { rows: QueuedExpiry[]; more: KindCount[]; past: number; oldest: string | null };
