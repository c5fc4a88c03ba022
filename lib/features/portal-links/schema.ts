import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

/** What a portal link can open, in the order the console shows them. */
export const portalFeatures = ['sso', 'dir_sync'] as const;
export type PortalFeature = (typeof portalFeatures)[number];

export const portalFeatureLabels: Record<PortalFeature, string> = {
  sso: 'Single sign-on',
  dir_sync: 'Directory sync (SCIM)',
};

const features = z
  .array(z.enum(portalFeatures))
  .min(1, 'Choose at least one thing that the link opens.')
  .transform((chosen) => portalFeatures.filter((feature) => chosen.includes(feature)));

const days = 'A link lives 1 to 30 days.';
const opens = 'A link can be opened 1 to 100 times.';

export const createPortalLinkInput = z.object({
  organizationId,
  features,
  expiresInDays: z.coerce.number<number | string>(days).int(days).min(1, days).max(30, days).default(7),
  openLimit: z.coerce.number<number | string>(opens).int(opens).min(1, opens).max(100, opens).default(10),
  recipientName: z
    .string()
    .trim()
    .min(1, 'Name the person the link is for.')
    .max(100, 'A name has at most 100 characters.'),
  recipientEmail: z
    .string()
    .trim()
    .max(254, 'An e-mail address has at most 254 characters.')
    .pipe(z.email('Write an e-mail address like jo@example.com.')),
  /** For colleagues; the customer never sees it. */
  note: z.string().trim().max(200, 'A note has at most 200 characters.').default(''),
});

export const createRawPortalLinkInput = z.object({ organizationId, features });

const portalLinkId = z.uuid('A portal link id is a UUID.');

export const revokePortalLinkInput = z.object({ organizationId, linkId: portalLinkId });

export const getPortalLinkInput = z.object({ organizationId, linkId: portalLinkId });

export const portalLinkPageSize = 50;

export const listPortalLinksInput = z.object({ organizationId, pageToken });

export const portalLinkStates = ['active', 'expired', 'revoked', 'used_up'] as const;
export type PortalLinkState = (typeof portalLinkStates)[number];

/** How a press of the public page's button ended. */
export const openOutcomes = [
  'opened',
  'refused_expired',
  'refused_revoked',
  'refused_used_up',
  'refused_frozen',
  'failed_upstream',
  'unknown',
] as const;
export type OpenOutcome = (typeof openOutcomes)[number];

/** A durable link without its URL, which is nowhere. Times are ISO 8601. */
export type PortalLinkRow = {
  linkId: string;
  state: PortalLinkState;
  features: PortalFeature[];
  note: string | null;
  /** Null on links from before recipients were asked for. */
  recipient: { name: string; email: string } | null;
  openCount: number;
  openLimit: number;
  createdAt: string;
  createdByEmail: string;
  expiresAt: string;
  firstOpenedAt: string | null;
  revokedAt: string | null;
  revokedByEmail: string | null;
};

/** One press of the button. `browser` is in words ("Chrome on Windows"), null when it did not say. */
export type PortalLinkOpenRow = {
  openId: string;
  at: string;
  outcome: OpenOutcome;
  ip: string | null;
  browser: string | null;
  requestId: string | null;
};

/** `opens` is newest first and cut at `openRowLimit`. */
export type PortalLinkDetail = PortalLinkRow & { opens: PortalLinkOpenRow[] };

export const openRowLimit = 200;

/** What creating returns: the only time that the URL exists outside the customer's hands. */
export type CreatedPortalLink = { linkId: string; url: string; expiresAt: string };

/** Scalekit's own link: single use, about a minute from now. */
export type RawPortalLink = { linkId: string; location: string; expiresAt: string };

/**
 * What became of the one-minute link that the durable link minted last.
 * `left_to_expire`: Scalekit did not confirm that it is gone, so it may work until its minute is over.
 */
export type RevokedPortalLink = { lastMinted: 'none' | 'deleted' | 'left_to_expire' };

/** What the customer's own page says of the link that leads to it. `opensLeft` counts the ways into the portal. */
export type OwnLink = {
  linkId: string;
  organizationName: string;
  features: PortalFeature[];
  opensLeft: number;
  expiresAt: string;
  recipientEmail: string;
  visitEndsAt: string;
  /** The environment is frozen: what they change is refused for now. */
  paused: boolean;
};
