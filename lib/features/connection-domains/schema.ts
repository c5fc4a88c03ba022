import { z } from 'zod';
import { connectionId, domainId, organizationId } from '@/lib/scalekit-ids';

/** The most domains that PUT …/connections/{id}/domains takes. */
export const mostDomains = 50;

export const listAssignableInput = z.object({ organizationId, connectionId });

export const assignDomainsInput = z.object({
  organizationId,
  connectionId,
  domainIds: z.array(domainId).max(mostDomains, `A connection can have at most ${mostDomains} domains.`),
});

/** A domain that may lead to the connection. */
export type AssignableDomain = {
  id: string;
  domain: string;
  /** Only a verified domain leads anybody anywhere. */
  verified: boolean;
  /** Leads to this connection now. */
  assigned: boolean;
  /** Other connections that it leads to: `Okta (SAML)`. */
  elsewhere: string[];
};

export type AssignableDomains = {
  rows: AssignableDomain[];
  /** False when the customer has more domains than were read. */
  complete: boolean;
};

/** Names of domains which Scalekit, after a change, holds differently from what was asked for. */
export type DomainOutcome = { kept: string[]; missing: string[] };
