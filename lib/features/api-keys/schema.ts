import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { organizationId, tokenId, userId } from '@/lib/scalekit-ids';

const description = z.string().trim().max(255, 'A description has at most 255 characters.');

const dayMs = 24 * 60 * 60_000;

const claimRows = keyValueRows({ noun: 'claim', pairs: 20, minKey: 1, maxKey: 30, maxValue: 256 });

export const createApiKeyInput = z.object({
  organizationId,
  /** Null for a key of the organization itself. */
  userId: userId.nullable(),
  description,
  expiresAt: z.iso
    .datetime({ offset: true, error: 'Give a date and a time.' })
    .refine((value) => Date.parse(value) > Date.now(), 'An expiry lies in the future.')
    .nullable(),
  customClaims: claimRows,
});

/** Only the fields that are present change. Scalekit reads an empty claims map as "no change". */
export const updateApiKeyInput = z.object({
  organizationId,
  tokenId,
  description: description.optional(),
  customClaims: claimRows
    .min(1, 'Scalekit cannot clear all claims of a key. Keep one, or issue a new key.')
    .optional(),
});

/** The edit form: both fields are there, whether changed or not. */
export const editApiKeyForm = z.object({ organizationId, tokenId, description, customClaims: claimRows });

export const revokeApiKeyInput = z.object({ organizationId, tokenId });

/** Chosen rows of the list, or null for every active key; `label` is what the list calls it, for the report. */
export const revokeApiKeysInput = z.object({
  organizationId,
  keys: z
    .array(z.object({ tokenId, label: z.string().trim().min(1).max(300) }))
    .min(1, 'Choose at least one key.')
    .max(100, 'Choose at most 100 keys.')
    .nullable(),
});

/** The most that one page of GET /tokens may hold. */
export const apiKeyPageSize = 30;

export const listApiKeysInput = z.object({ organizationId, userId: userId.optional(), pageToken });

/** An active key without its value. `suffix` is its last four characters. Times are ISO 8601. */
export type ApiKeyRow = {
  tokenId: string;
  suffix: string;
  description: string | null;
  userId: string | null;
  email: string | null;
  roles: string[];
  createdAt: string | null;
  expiresAt: string | null;
  customClaims: KeyValueRow[];
};

export const findApiKeyInput = z.object({ value: z.string().trim().min(1).max(512) });

/** A key found by its value or id, with your own ids of its owners. */
export type FoundApiKey = {
  row: ApiKeyRow;
  organizationId: string;
  organizationExternalId: string | null;
  userExternalId: string | null;
};

/** What creating returns: the only time that the value exists outside the customer's hands. */
export type CreatedApiKey = { tokenId: string; value: string };

/** Days that a key made on the customer's own page may live. */
export const mostOwnKeyDays = 366;

/** On the customer's own page a key says what it is for and ends by itself: whoever made it may be gone by then. */
export const createOwnApiKeyInput = z.object({
  description: description.min(1, 'Say what the key is for.'),
  expiresAt: z.iso
    .datetime({ offset: true, error: 'Give a date and a time.' })
    .refine((value) => Date.parse(value) > Date.now(), 'An expiry lies in the future.')
    .refine(
      (value) => Date.parse(value) <= Date.now() + mostOwnKeyDays * dayMs,
      'A key lives one year at most.',
    ),
});

export const revokeOwnApiKeyInput = z.object({ tokenId });

export const listOwnApiKeysInput = z.object({ pageToken });

/** A key on the customer's own page: without claims, which are the vendor's business. */
export type OwnApiKeyRow = Omit<ApiKeyRow, 'customClaims' | 'roles'>;
