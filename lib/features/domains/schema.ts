import { z } from 'zod';
import { domainId, organizationId } from '@/lib/scalekit-ids';

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

export const addDomainInput = z.object({
  organizationId,
  domain: z
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
    .refine((value) => hostname.test(value), 'This is not a domain name. It looks like example.com.'),
  type: z.enum(domainTypes, 'Choose what the domain is for.'),
});

export const domainInput = z.object({ organizationId, domainId });

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
