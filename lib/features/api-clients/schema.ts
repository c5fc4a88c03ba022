import { z } from 'zod';
import type { ClientSecretRow } from '@/lib/client-secret';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { clientId, organizationId } from '@/lib/scalekit-ids';

export const apiClientPageSize = 30;

export const listApiClientsInput = z.object({ organizationId, pageToken });

export const apiClientInput = z.object({ organizationId, clientId });

const name = z
  .string()
  .trim()
  .min(1, 'Give the client a name.')
  .max(128, 'A name has at most 128 characters.');
const description = z.string().trim().max(512, 'A description has at most 512 characters.');

/** One to a line. */
const lines = (noun: string, most: number) =>
  z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .refine((list) => list.length <= most, `There can be at most ${most} ${noun}s.`)
    .refine((list) => list.every((one) => one.length <= 256), `A ${noun} has at most 256 characters.`)
    .refine((list) => list.every((one) => !/\s/.test(one)), `A ${noun} has no spaces: one to a line.`);

/** Seconds that a token of the client lives. */
const expirySeconds = z.coerce
  .number('Give a number of seconds.')
  .int('Give whole seconds.')
  .min(60, 'A token lives 60 seconds at least.')
  .max(86_400, 'A token lives 86,400 seconds (a day) at most.');

const settings = {
  organizationId,
  name,
  description,
  scopes: lines('scope', 100),
  audience: lines('audience', 20),
  expirySeconds,
  customClaims: keyValueRows({ noun: 'claim', pairs: 20, minKey: 1, maxKey: 128, maxValue: 256 }),
};

export const createApiClientInput = z.object(settings);

/** Scalekit merges: an empty list or text changes nothing. */
export const updateApiClientInput = z.object({ ...settings, clientId });

const secretId = z.string().regex(/^(sec|sks)_[A-Za-z0-9]+$/, 'A secret id starts with sec_ or sks_.');

export const secretInput = z.object({ organizationId, clientId, secretId });

export const deleteApiClientInput = z.object({ organizationId, clientId, confirmName: z.string() });

export const tryApiClientInput = z.object({
  organizationId,
  clientId,
  secret: z
    .string()
    .trim()
    .min(1, 'Paste one of the client’s secrets.')
    .max(512, 'This is not a client secret.'),
});

/** A machine of a customer's. Times are ISO 8601. */
export type ApiClientRow = {
  clientId: string;
  name: string;
  description: string | null;
  scopes: string[];
  audience: string[];
  customClaims: KeyValueRow[];
  expirySeconds: number;
  secrets: ClientSecretRow[];
  createdAt: string | null;
  updatedAt: string | null;
};

/** What a fetched token says of itself; the token is not handed on. */
export type TriedToken = {
  expiresInSeconds: number;
  scopes: string[];
  audience: string[];
  claims: KeyValueRow[];
};
