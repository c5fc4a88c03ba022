import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

/** Features an organization can have switched on, in the order the console shows them. */
export const organizationFeatures = ['sso', 'dir_sync', 'domain_verification', 'session_policy'] as const;
export type OrganizationFeature = (typeof organizationFeatures)[number];

export const featureLabels: Record<OrganizationFeature, string> = {
  sso: 'Single sign-on',
  dir_sync: 'Directory sync (SCIM)',
  domain_verification: 'Domain verification',
  session_policy: 'Session policy',
};

export const featureHints: Record<OrganizationFeature, string> = {
  sso: 'SAML and OIDC connections to the customer’s identity provider.',
  dir_sync: 'Users and groups pushed by the customer’s directory.',
  domain_verification: 'The customer proves a domain by a TXT record.',
  session_policy: 'Session limits of the customer’s own.',
};

/** Where Scalekit can keep a customer's data. There is no default: it cannot be changed afterwards. */
export const regions = ['US', 'EU'] as const;

export const regionLabels: Record<(typeof regions)[number], string> = {
  US: 'United States',
  EU: 'European Union',
};

/** `European Union (EU)`; the code alone for a region that is newer than this console. */
export function regionWords(code: string): string {
  const label = regionLabels[code as keyof typeof regionLabels];
  return label ? `${label} (${code})` : code;
}

const displayName = z
  .string()
  .trim()
  .min(1, 'Give the organization a name.')
  .max(200, 'A name has at most 200 characters.');

const externalId = z.string().trim().max(255, 'An external id has at most 255 characters.');

const slug = z
  .string()
  .trim()
  .max(253, 'A slug has at most 253 characters.')
  .regex(
    /^$|^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'Use lower-case letters, digits, hyphens and dots, as in a host name.',
  );

const logoUrl = z
  .string()
  .trim()
  .max(1024, 'A logo URL has at most 1,024 characters.')
  .refine((value) => value === '' || /^https:\/\/\S+$/.test(value), 'A logo URL starts with https://.');

export const metadataRows = keyValueRows({ noun: 'pair', pairs: 10, minKey: 3, maxKey: 25, maxValue: 256 });

export const createOrganizationInput = z.object({
  displayName,
  externalId,
  region: z.enum(regions, 'Choose a region: it cannot be changed later.'),
  metadata: metadataRows,
});

/** Only the fields that are present change. */
export const updateOrganizationInput = z.object({
  organizationId,
  displayName: displayName.optional(),
  externalId: externalId.optional(),
  slug: slug.optional(),
  logoUrl: logoUrl.optional(),
  metadata: metadataRows.optional(),
});

export const setFeatureInput = z.object({
  organizationId,
  feature: z.enum(organizationFeatures),
  enabled: z.boolean(),
});

export const deleteOrganizationInput = z.object({
  organizationId,
  confirmName: z.string(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it goes: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

export const listOrganizationsInput = z.object({
  pageToken,
  pageSize: z.coerce.number().int().min(10).max(100).default(50),
});

export const lookupInput = z.object({ text: z.string().trim().min(1).max(255) });

/** One line of the list. Times are ISO 8601. */
export type OrganizationRow = {
  id: string;
  displayName: string;
  externalId: string | null;
  region: string;
  createdAt: string | null;
  features: OrganizationFeature[];
};

export type OrganizationDetail = OrganizationRow & {
  updatedAt: string | null;
  slug: string | null;
  logoUrl: string | null;
  metadata: KeyValueRow[];
};

/** The counts beside the facts of an organization; null where the API could not tell. */
export type OrganizationImpact = { members: number | null; apiKeys: number | null };

export const organizationInput = z.object({ organizationId });

/** How many there are now. `orMore`: the API lists no further in one call. `enabled`: those in use, where there is a switch. */
export type Count = { count: number; orMore: boolean; enabled?: number };

/** Everything that an organization has, in the order the console names it. */
export const blastKinds = [
  'members',
  'connections',
  'directories',
  'domains',
  'roles',
  'apiKeys',
  'apiClients',
  'connectedAccounts',
  'portalLinks',
] as const;
export type BlastKind = (typeof blastKinds)[number];

/** What deleting an organization takes along, counted now; null where it could not be counted. */
export type BlastRadius = Record<BlastKind, Count | null>;

/** Members that are read one by one to tell who belongs to no other organization. */
export const membersReadForOnlyHere = 20;

/** Of `members`, so many were read, and so many of those belong to no other organization. */
export type OnlyHere = { onlyHere: number; read: number; members: number };
