import { z } from 'zod';
import { keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import {
  blankPattern,
  type FieldRow,
  type MutationRow,
  mutableFields,
  patternFields,
  type ScopeRow,
} from './pattern-schema';

export type { FieldRow, MutationRow, ScopeRow };
/** For the form's lists: components know of a feature its schema only. */
export { mutableFields };

/** The most that one page of GET /providers may hold. */
export const providerPageSize = 30;

export const providerKinds = ['custom', 'built_in', 'all'] as const;
export type ProviderKind = (typeof providerKinds)[number];

const identifier = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[a-zA-Z0-9_:-]*$/, 'An identifier holds letters, digits, _ : and - alone.');

export const listProvidersInput = z.object({
  kind: z.enum(providerKinds).default('custom').catch('custom'),
  text: z.string().trim().max(100).default('').catch(''),
  pageToken,
});

export const providerInput = z.object({ identifier });

const secure = (noun: string) =>
  z
    .string()
    .trim()
    .max(2048, `${noun} has at most 2,048 characters.`)
    .refine(
      // Not a URL in the strict sense: it may hold placeholders such as {{domain}}.
      (text) => text === '' || (/^https:\/\/[^/\s]/.test(text) && !/\s/.test(text)),
      'It starts with https:// and has no spaces.',
    );

const generalFields = z.object({
  displayName: z
    .string()
    .min(1, 'Give the provider a name.')
    .max(200, 'A name has at most 200 characters.')
    .regex(/^[\p{L}\p{N} ]*$/u, 'A name holds letters, digits and spaces alone.')
    .regex(/\S/, 'A name holds more than spaces.'),
  description: z.string().trim().max(1000, 'A description has at most 1,000 characters.'),
  iconSrc: secure('An address'),
  proxyUrl: secure('An address').refine((url) => url !== '', 'Give the address that requests go to.'),
  proxyEnabled: z.boolean(),
  metadata: keyValueRows({ noun: 'pair', pairs: 20, minKey: 3, maxKey: 25, maxValue: 256 }),
});

const formFields = generalFields.extend(patternFields.shape);
export type ProviderFields = z.output<typeof formFields>;

/** What the form of a new provider begins with. */
export const blankProvider: ProviderFields = {
  displayName: '',
  description: '',
  iconSrc: '',
  proxyUrl: '',
  proxyEnabled: true,
  metadata: [],
  ...blankPattern,
};

/** Rules of the pattern that take more than one field. */
function fitsTogether(input: ProviderFields, context: z.RefinementCtx): void {
  const problem = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const isOauth = input.type === 'OAUTH';
  if (isOauth && !input.isMcp) {
    if (input.authorizeUri === '')
      problem(['authorizeUri'], 'OAuth needs the address where people let the agent in.');
    if (input.tokenUri === '') problem(['tokenUri'], 'OAuth needs the address where tokens are fetched.');
  }
  const known = new Set<string>();
  for (const list of isOauth ? (['fields', 'accountFields'] as const) : (['fields'] as const)) {
    for (const [index, { fieldName }] of input[list].entries()) {
      if (known.has(fieldName)) problem([list, index, 'fieldName'], 'Another field has this key already.');
      known.add(fieldName);
    }
  }
  for (const [index, { field }] of input.mutations.entries()) {
    if (input.mutations.findIndex((one) => one.field === field) < index) {
      problem(['mutations', index, 'field'], 'This value stands above already.');
    }
  }
}

export const createProviderInput = formFields.superRefine(fitsTogether);

export const updateProviderInput = formFields
  .extend({
    identifier,
    /** What the provider was when the form began: the update replaces its patterns, somebody else's change too. */
    seen: z.string().max(100),
  })
  .superRefine(fitsTogether);

export const deleteProviderInput = z.object({ identifier, confirmName: z.string() });

/** A provider as lists show it. */
export type ProviderRow = {
  /** `GMAIL`, or what Scalekit made of a custom provider's name. App connections name the provider by it. */
  identifier: string;
  name: string;
  description: string;
  isCustom: boolean;
  isMcp: boolean;
  comingSoon: boolean;
  /** `OAUTH`, `BEARER` and the like: how people may authorize. */
  authTypes: string[];
  proxyUrl: string;
  proxyEnabled: boolean;
};

export type ProviderDetail = ProviderRow & {
  id: string;
  categories: string[];
  /** The first pattern as the form holds it: the one that Scalekit honours today. */
  fields: ProviderFields;
  /** How many further patterns there are. */
  furtherPatterns: number;
  /** Names this very state of it. */
  seen: string;
};

/** A provider to choose. */
export type ProviderChoice = { identifier: string; name: string; isCustom: boolean; authTypes: string[] };

/** What depends on a custom provider; a part is null where the API could not tell. */
export type ProviderImpact = {
  /** Keys of app connections, at most 30 of them. */
  connections: { total: number; keys: string[] } | null;
  accounts: number | null;
};
