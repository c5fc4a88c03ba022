import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { connectedAccountId, organizationId, userId } from '@/lib/scalekit-ids';
import { credentialFields, noCredentials, requireOfKind } from './credentials-schema';

/** For the forms: components know of a feature its schema only. */
export { noCredentials };

export const accountStatuses = [
  'ACTIVE',
  'EXPIRED',
  'PENDING_AUTH',
  'PENDING_VERIFICATION',
  'DISCONNECTED',
] as const;
/** `OTHER`: a state that this console does not know yet. */
export type AccountStatus = (typeof accountStatuses)[number] | 'OTHER';

/** `needs_link`: whoever has to authorize again or for the first time. */
export const statusFilters = ['', 'needs_link', ...accountStatuses] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** The states that a new link helps out of. A disconnected account was cut off on purpose. */
export const queueStatuses: readonly AccountStatus[] = ['EXPIRED', 'PENDING_AUTH', 'PENDING_VERIFICATION'];

export const accountPageSize = 50;

/** An id, or nothing. */
const orEmpty = (id: z.ZodType<string>, words: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || id.safeParse(text).success, words)
    .default('');
/** Whose customer's it is, as far as the page knows; empty for the whole environment. */
const ofOrganization = orEmpty(organizationId, 'An organization id starts with org_.');
const ofUser = orEmpty(userId, 'A user id starts with usr_.');

const connectorRule = /^[a-zA-Z0-9_: -]*$/;
const connectorWords = 'A key holds letters, digits, spaces, _ : and - alone.';
const connector = z
  .string()
  .trim()
  .min(1, 'Name the connection by its key.')
  .max(400, 'A key has at most 400 characters.')
  .regex(connectorRule, connectorWords);

/** Keys of connections, with commas between them. */
export function connectionNamesOf(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
}

const connectionNames = z
  .string()
  .max(1_000, 'These are too many keys.')
  .default('')
  .refine((text) => connectionNamesOf(text).length <= 20, 'At most 20 keys.')
  .refine((text) => connectionNamesOf(text).every((name) => connectorRule.test(name)), connectorWords);

export const listAccountsInput = z.object({
  organizationId: ofOrganization,
  userId: ofUser,
  connections: connectionNames,
  provider: z.string().trim().max(50, 'A provider key has at most 50 characters.').default(''),
  text: z.string().trim().max(100, 'At most 100 characters.').default(''),
  status: z.enum(statusFilters).default(''),
  pageToken,
});
export type AccountSearch = Omit<z.output<typeof listAccountsInput>, 'pageToken'>;

export const accountInput = z.object({ accountId: connectedAccountId, organizationId: ofOrganization });

const identifier = z
  .string()
  .trim()
  .min(1, 'Give what your application knows the person by.')
  .max(100, 'An identifier has at most 100 characters.');

export const createAccountInput = z
  .object({
    organizationId: ofOrganization,
    userId: ofUser,
    connector,
    identifier,
    /** What to do when the person has an account of this connection already. */
    ifPresent: z.enum(['use', 'refuse']),
    ...credentialFields,
  })
  .superRefine(requireOfKind);

export const updateAccountInput = z
  .object({
    ...accountInput.shape,
    /** The settings that the form began with: another's change in between is not overwritten. */
    beforeApiConfig: z.string(),
    ...credentialFields,
  })
  .superRefine(requireOfKind);

export const createLinkInput = z.object({
  ...accountInput.shape,
  state: z.string().trim().max(512, 'A state has at most 512 characters.').default(''),
  userVerifyUrl: z
    .string()
    .trim()
    .max(2048, 'An address has at most 2,048 characters.')
    .refine(
      (text) => text === '' || (URL.canParse(text) && /^https?:\/\/[^/]/i.test(text)),
      'Give a whole address: https:// and all that follows.',
    )
    .default(''),
});

export const verifyAccountInput = z.object({
  ...accountInput.shape,
  authRequestId: z
    .string()
    .trim()
    .min(1, 'Paste the auth_request_id that your application was called with.')
    .max(1000, 'An auth_request_id has at most 1,000 characters.'),
});

export const deleteAccountInput = z.object({ ...accountInput.shape, confirmName: z.string() });

export const revealInput = z.object({
  ...accountInput.shape,
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why you need them: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

/** An account as lists show it, never with a token. Times are ISO 8601. */
export type AccountRow = {
  id: string;
  identifier: string;
  connector: string;
  connectionId: string;
  provider: string;
  status: AccountStatus;
  /** As Scalekit names it: OAUTH, API_KEY. */
  authorizationType: string;
  tokenExpiresAt: string | null;
  lastUsedAt: string | null;
  updatedAt: string | null;
};

/** `apiConfig` is indented JSON, empty where nothing is set. */
export type AccountDetail = AccountRow & { apiConfig: string };

/** `looked`: how many accounts were read to find those of a state, which the API cannot ask for; null when it had not to. */
export type AccountPage = {
  rows: AccountRow[];
  total: number | null;
  nextToken: string | null;
  previousToken: string | null;
  looked: number | null;
};

/** A link of Scalekit's: a credential, to be shown once. `livesMs` from its arrival on. */
export type MagicLink = { link: string; expiresAt: string; livesMs: number };

/** What became of a new link: mailed, or here to be handed over because nobody could be mailed, and why. */
export type SentLink =
  | { mailedTo: string; expiresAt: string }
  | { mailedTo: null; problem: string; shown: MagicLink };

/** A part of an account's credentials. What is no secret is shown as it is. */
export type RevealedPart = { label: string; value: string; secret: boolean };

export type CreatedAccount = { accountId: string; existed: boolean };

const days = 'A link lives 1 to 30 days.';
const opens = 'A link can be opened 1 to 100 times.';

export const createDurableLinkInput = z.object({
  ...accountInput.shape,
  recipientEmail: z
    .string()
    .trim()
    .max(254, 'An e-mail address has at most 254 characters.')
    .pipe(z.email('Write an e-mail address like jo@example.com.')),
  expiresInDays: z.coerce.number<number | string>(days).int(days).min(1, days).max(30, days).default(7),
  openLimit: z.coerce.number<number | string>(opens).int(opens).min(1, opens).max(100, opens).default(10),
});

export const durableLinkInput = z.object({
  ...accountInput.shape,
  linkId: z.uuid('The id of a link is a UUID.'),
});

export type DurableLinkState = 'active' | 'expired' | 'revoked' | 'used_up';

/** A durable link without its URL, which is nowhere. Times are ISO 8601. */
export type DurableLinkRow = {
  linkId: string;
  state: DurableLinkState;
  recipientEmail: string;
  openCount: number;
  openLimit: number;
  lastOpenedAt: string | null;
  expiresAt: string;
  createdAt: string;
  createdByEmail: string;
};

/** What creating returns: the only time that the URL exists outside the recipient's hands. */
export type CreatedDurableLink = { linkId: string; url: string; expiresAt: string };
