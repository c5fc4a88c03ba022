import { z } from 'zod';
import { keyValueRows } from '@/lib/key-values';
import { isMasked } from '@/lib/masked-secret';

/** What may be handed in of an account's authorization; `none` hands in nothing. */
export const credentialKinds = ['none', 'oauth', 'static', 'google', 'trusted'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

const secret = (noun: string) =>
  z
    .string()
    .trim()
    .max(8_192, `${noun} has at most 8,192 characters.`)
    .refine((value) => !isMasked(value), 'This is a mask and no secret. Paste the secret itself.');

/** The words of a text, each once: scopes stand apart by spaces or lines. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/\s+/))].filter(Boolean);
}

const mostConfig = 20_000;

/** The object that a text of JSON holds; null for an empty text, undefined when it holds something else. */
export function readJsonObject(text: string): Record<string, unknown> | null | undefined {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The fields of an account that are written, as the form holds them. All of one kind but the chosen are ignored. */
export const credentialFields = {
  kind: z.enum(credentialKinds, 'Choose what is handed in.'),
  accessToken: secret('An access token'),
  refreshToken: secret('A refresh token'),
  scopes: z.string().max(20_000, 'These are too many scopes.'),
  domain: z.string().trim().max(255, 'A domain has at most 255 characters.'),
  staticDetails: keyValueRows({ noun: 'value', pairs: 20, minKey: 1, maxKey: 100, maxValue: 8_192 }),
  subject: z.string().trim().max(255, 'An address has at most 255 characters.'),
  dbUser: z.string().trim().max(255, 'A user has at most 255 characters.'),
  apiConfig: z
    .string()
    .max(mostConfig, 'The settings have at most 20,000 characters.')
    .refine((text) => readJsonObject(text) !== undefined, 'Write one JSON object: { "key": "value" }.'),
};

const fields = z.object(credentialFields);
export type CredentialFields = z.output<typeof fields>;

export const noCredentials: CredentialFields = {
  kind: 'none',
  accessToken: '',
  refreshToken: '',
  scopes: '',
  domain: '',
  staticDetails: [],
  subject: '',
  dbUser: '',
  apiConfig: '',
};

const needed: Partial<Record<CredentialKind, [keyof CredentialFields, string]>> = {
  oauth: ['accessToken', 'Paste the access token.'],
  static: ['staticDetails', 'Add a value at least.'],
  google: ['subject', 'Give the address of the person in Google Workspace.'],
  trusted: ['dbUser', 'Give the database user.'],
};

/** Puts a sentence beside what the chosen kind cannot do without. */
export function requireOfKind(input: CredentialFields, context: z.RefinementCtx): void {
  const [field, message] = needed[input.kind] ?? [];
  if (field && input[field].length === 0) context.addIssue({ code: 'custom', path: [field], message });
  for (const [index, { value }] of input.kind === 'static' ? input.staticDetails.entries() : []) {
    if (!isMasked(value)) continue;
    const path = ['staticDetails', index, 'value'];
    context.addIssue({ code: 'custom', path, message: 'This is a mask and no secret.' });
  }
}
