import { z } from 'zod';

export const patternTypes = ['OAUTH', 'BEARER', 'API_KEY', 'BASIC'] as const;
export type PatternType = (typeof patternTypes)[number];

/** The values that Scalekit puts into the header of a request, and may change on the way. */
export const mutableFields = ['token', 'api_key', 'username', 'password'] as const;

const text = (noun: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${noun} has at most ${most.toLocaleString('en')} characters.`);

const fieldRow = z.object({
  fieldName: z
    .string()
    .trim()
    .min(1, 'Give the key that the value is kept under.')
    .max(100, 'A key has at most 100 characters.')
    .regex(/^[a-zA-Z0-9_]*$/, 'A key holds letters, digits and _ alone.'),
  label: text('A label', 200).min(1, 'Give the label that people read.'),
  hint: text('A hint', 300),
  isSecret: z.boolean(),
  isRequired: z.boolean(),
  /** Its value fills a placeholder of the proxy address. */
  isPathParam: z.boolean(),
});
export type FieldRow = z.output<typeof fieldRow>;

const rows = z.array(fieldRow).max(20, 'There can be at most 20 fields.');

const scopeRow = z.object({
  scope: text('A scope', 512)
    .min(1, 'Give the scope as the provider writes it.')
    .refine((scope) => !/\s/.test(scope), 'A scope has no spaces.'),
  displayName: text('A name', 200),
  description: text('A description', 500),
  isRequired: z.boolean(),
});
export type ScopeRow = z.output<typeof scopeRow>;

const mutationRow = z.object({
  field: z.enum(mutableFields, 'Choose the value.'),
  fallback: z.string().max(200, 'It has at most 200 characters.'),
  // Not trimmed: a prefix often ends in a space.
  prefix: z.string().max(200, 'It has at most 200 characters.'),
  suffix: z.string().max(200, 'It has at most 200 characters.'),
});
export type MutationRow = z.output<typeof mutationRow>;

const address = text('An address', 2048).refine(
  (text) => text === '' || /^https:\/\/[^/\s]+\S*$/.test(text),
  'It starts with https:// and has no spaces.',
);

/** One way to authorize at a provider, as a form holds it. Which fields count depends on the type. */
export const patternFields = z.object({
  type: z.enum(patternTypes, 'Choose how people authorize.'),
  patternName: text('A name', 200),
  patternDescription: text('A description', 500),
  isMcp: z.boolean(),
  fields: rows,
  accountFields: rows,
  authorizeUri: address,
  tokenUri: address,
  userInfoUri: address,
  customScopeName: text('A parameter', 100),
  pkceEnabled: z.boolean(),
  scopes: z.array(scopeRow).max(100, 'There can be at most 100 scopes.'),
  headerName: text('The name of a header', 100).regex(
    /^[A-Za-z0-9-]*$/,
    'The name of a header holds letters, digits and - alone.',
  ),
  mutations: z.array(mutationRow).max(mutableFields.length),
});
export type PatternFields = z.output<typeof patternFields>;

export const blankPattern: PatternFields = {
  type: 'OAUTH',
  patternName: '',
  patternDescription: '',
  isMcp: false,
  fields: [],
  accountFields: [],
  authorizeUri: '',
  tokenUri: '',
  userInfoUri: '',
  customScopeName: '',
  pkceEnabled: true,
  scopes: [],
  headerName: '',
  mutations: [],
};
