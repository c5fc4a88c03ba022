import { z } from 'zod';
import { connectionProviders } from '@/lib/connection-providers';
import { pageToken } from '@/lib/page';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

export const connectionStatuses = ['draft', 'in_progress', 'completed', 'other'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const connectionTypes = ['OIDC', 'SAML'] as const;

/** The most that one page of GET /organizations/-/connections:search may hold. */
export const connectionPageSize = 30;

export const listConnectionsInput = z.object({ organizationId });

export const connectionInput = z.object({ organizationId, connectionId });

/** Chosen rows of a list; `label` is what the list calls it, for the report. */
export const switchConnectionsInput = z.object({
  /** Set when all are of one organization. */
  organizationId: organizationId.nullable(),
  items: z
    .array(z.object({ organizationId, connectionId, label: z.string().trim().min(1).max(200) }))
    .min(1, 'Choose at least one connection.')
    .max(100, 'Choose at most 100 connections.'),
});

const domainText = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .default('')
  .transform((text) => text.split('@').at(-1) ?? '')
  .catch('');

export const searchConnectionsInput = z.object({
  text: z.string().trim().max(100).default('').catch(''),
  type: z.enum(connectionTypes).optional().catch(undefined),
  status: z.enum(['draft', 'in_progress', 'completed']).optional().catch(undefined),
  enabled: z.enum(['yes', 'no']).optional().catch(undefined),
  provider: z.enum(connectionProviders).optional().catch(undefined),
  /** What stands behind the @; a whole address will do. */
  domain: domainText,
  pageToken,
});

export const deleteConnectionInput = z.object({
  organizationId,
  connectionId,
  confirmName: z.string(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it goes: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

/** A connection as lists show it. Times are ISO 8601. */
export type ConnectionRow = {
  id: string;
  /** `Okta`, `Custom`: the identity provider in words. */
  provider: string;
  /** `OKTA`: as the API names it. */
  providerKey: string;
  /** `OIDC`, `SAML` and the like. */
  type: string;
  status: ConnectionStatus;
  enabled: boolean;
  organizationId: string;
  organizationName: string | null;
  domains: string[];
  /** What integrations name it by. */
  keyId: string;
  createdAt: string | null;
};

export type Certificate = {
  id: string;
  issuer: string;
  subject: string;
  /** SHA-256, in pairs of hexadecimal digits; null where it cannot be read. */
  fingerprint: string | null;
  expiresAt: string | null;
};

/** What is set, in words; addresses can be copied. Nothing secret is in it. */
export type Setting = { label: string; value: string; copy?: boolean };

/** A domain that leads to a connection. */
export type AssignedDomain = {
  id: string;
  /** The id again where Scalekit does not name it. */
  name: string;
  state: 'verified' | 'pending' | 'failed' | 'unknown';
};

export type ConnectionDetail = ConnectionRow & {
  assignedDomains: AssignedDomain[];
  /** Where a trial sign-in begins; null where Scalekit offers none. */
  testUri: string | null;
  /** What is set on a connection that is neither OIDC nor SAML. */
  others: Setting[];
  updatedAt: string | null;
  /** What the customer enters at their identity provider. */
  ours: Setting[];
  /** What the customer told us of their identity provider. */
  theirs: Setting[];
  certificates: Certificate[];
  attributeMapping: { key: string; value: string }[];
};
