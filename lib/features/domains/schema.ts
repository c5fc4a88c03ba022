import { z } from 'zod';
import { connectionId, domainId, organizationId } from '@/lib/scalekit-ids';

export const domainTypes = ['organization', 'allowed_email'] as const;
export type DomainType = (typeof domainTypes)[number];

export const domainTypeLabels: Record<DomainType, string> = {
  organization: 'Organization domain',
  allowed_email: 'Allowed e-mail domain',
};

export const domainTypeHints: Record<DomainType, string> = {
  organization:
    'Sign-in of its addresses goes to this customer’s connection, and SCIM may provision its people.',
  allowed_email:
    'Somebody who signs up with such an address is offered this organization. It routes no sign-in.',
};

export const verificationStatuses = ['pending', 'verified', 'failed', 'auto_verified', 'other'] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

/** GET …/domains pages by number and gives no total. Whether the first is 0 or 1 is not published, so it is not sent. */
export const domainPageSize = 50;

export const listDomainsInput = z.object({
  organizationId,
  page: z.coerce.number().int().min(0).max(10_000).optional().catch(undefined),
});

const hostname = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'Give the domain, such as example.com.')
  .max(253, 'A domain has at most 253 characters.')
  .refine((value) => !value.includes('@'), 'Give the domain alone: what stands behind the @.')
  .refine(
    (value) => !/^https?:|\//.test(value),
    'Give the domain alone, without https:// and without a path.',
  )
  .refine((value) => hostname.test(value), 'This is not a domain name. It looks like example.com.');

export const addDomainInput = z.object({
  organizationId,
  domain: domainName,
  type: z.enum(domainTypes, 'Choose what the domain is for.'),
});

export const domainInput = z.object({ organizationId, domainId });

export const domainHolderInput = z.object({ organizationId, domain: domainName });

/** `fromOrganizationId` holds the domain, or held it before it was to move to `organizationId`. */
export const domainMoveInput = z.object({
  organizationId,
  fromOrganizationId: organizationId,
  domain: domainName,
});

export const moveOutInput = z.object({
  organizationId,
  fromOrganizationId: organizationId,
  domainId,
  confirmDomain: z.string().trim().toLowerCase(),
});

/** `connectionId`: the connection that it leads to at once; empty for none. `otherOrganizationId`: the other end of the move. */
export const moveInInput = z.object({
  organizationId,
  otherOrganizationId: organizationId,
  domain: domainName,
  connectionId: z.union([z.literal(''), connectionId]),
});

export const listDomainMovesInput = z.object({ organizationId });

/** A domain of an organization. Times are ISO 8601. The record is what its owner publishes to prove it. */
export type DomainRow = {
  id: string;
  domain: string;
  type: DomainType;
  status: VerificationStatus;
  /** Our own people vouched for it, or its DNS. */
  verifiedBy: 'admin' | 'dns' | null;
  record: { name: string; value: string } | null;
  createdAt: string | null;
  updatedAt: string | null;
};

/** What the DNS says of a domain's record at this moment. `found` holds every TXT value of the name. */
export type DomainCheck = {
  asked: string;
  expected: string | null;
  outcome: 'published' | 'other_records' | 'no_records' | 'no_name' | 'timeout' | 'refused';
  found: string[];
  at: string;
};

/** What a domain leads to: the enabled connections and the directories; null where the API could not tell. */
export type DomainImpact = { connections: string[] | null; directories: number | null };

export const ownDomainInput = z.object({ domainId });

/** A domain that is not proved yet, with what the DNS said of it just now; null where too many wait to ask for all. */
export type UnprovedDomain = {
  id: string;
  domain: string;
  status: 'pending' | 'failed' | 'other';
  record: DomainRow['record'];
  check: DomainCheck | null;
};

/** The domains of a customer as their own page shows them. */
export type OwnDomains = { proved: string[]; unproved: UnprovedDomain[]; more: boolean };

/** Domains whose DNS is asked while the page is made. */
export const checkedAtOnce = 10;

/**
 * Who holds a domain that cannot be added. `hidden`: a customer that the person may not see. `unknown`: the API finds
 * a holder by its connections alone, and by at most 32 characters.
 */
export type DomainHolder =
  | { kind: 'known'; organizationId: string; name: string }
  | { kind: 'here' | 'hidden' | 'no_connection' | 'too_long' };

export type ConnectionLabel = { id: string; label: string; enabled: boolean };

/** One end of a move, as it is now. `domain` is null where it does not hold it. */
export type MoveEnd = {
  organizationId: string;
  name: string;
  domain: DomainRow | null;
  /** Null where they could not be read. */
  connections: ConnectionLabel[] | null;
  /** Those that the domain leads to, or led to when it was last taken away. */
  leadsTo: ConnectionLabel[];
};

/** Members of the holder with addresses of the domain: some of them, and whether there are more. */
export type AffectedMembers = { emails: string[]; more: boolean };

/** A move, by what is live: nothing of how far it came is stored. */
export type DomainMoveState = {
  domain: string;
  from: MoveEnd;
  to: MoveEnd;
  members: AffectedMembers | null;
  directories: number | null;
};

/** A move that was begun from here. `other` is the other customer. */
export type DomainMoveRow = {
  id: string;
  domain: string;
  direction: 'in' | 'out';
  otherId: string;
  otherName: string;
  movedAt: string;
  movedByEmail: string;
};
