import { z } from 'zod';
import { keyValueRows } from '@/lib/key-values';
import { isMasked } from '@/lib/masked-secret';
import { pageToken } from '@/lib/page';
import { connectionId } from '@/lib/scalekit-ids';
import { checkServiceAccount } from '@/lib/service-account';
import { appConnectionTypes } from './types.data';

/** The most that one page of GET /connections/app may hold. */
export const appConnectionPageSize = 30;

/** GET /connections/app compares whole keys, of 50 characters at most, and searches by three letters or more. */
export const listAppConnectionsInput = z.object({
  text: z.string().trim().max(100).default('').catch(''),
  provider: z.string().trim().max(50).default('').catch(''),
  pageToken,
});

export const appConnectionInput = z.object({ connectionId });

const keyRule = z
  .string()
  .trim()
  .max(300, 'A key has at most 300 characters.')
  .regex(
    /^[a-zA-Z0-9_: -]*$/,
    'A key holds letters, digits, spaces, _ : and - alone: connected accounts name the connection by it.',
  );
const keyId = keyRule.refine((key) => key !== '', 'Give the key.');

const typeValues = appConnectionTypes.map(({ value }) => value);

/** For the form's list: components know of a feature its schema only. */
export { appConnectionTypes };
export type AppConnectionType = (typeof appConnectionTypes)[number]['value'];

export const createAppConnectionInput = z
  .object({
    providerKey: z
      .string()
      .trim()
      .min(1, 'Choose the provider.')
      .max(300, 'A provider key has at most 300 characters.')
      .refine((key) => !/\s/.test(key), 'A provider key has no spaces: it is no name.'),
    type: z.enum(typeValues, 'Choose how agents sign in.'),
    keyId: keyRule,
  })
  .refine(({ type, keyId }) => type !== 'GOOGLE_DWD' || keyId !== '', {
    path: ['keyId'],
    error: 'Scalekit makes no key for this type: give one, such as workspace-mail.',
  });

const reason = z
  .string()
  .trim()
  .min(3, 'Say in a few words why it goes: the staff log keeps it.')
  .max(500, 'A reason has at most 500 characters.');

export const deleteAppConnectionInput = z.object({ connectionId, confirmName: z.string(), reason });

const address = z
  .string()
  .trim()
  .max(2048, 'An address has at most 2,048 characters.')
  .refine(
    (text) => text === '' || (URL.canParse(text) && /^https:\/\/[^/]/i.test(text)),
    'Give a whole address: https:// and all that follows.',
  );
const text = (noun: string, most = 512) =>
  z
    .string()
    .trim()
    .max(most, `${noun} has at most ${most.toLocaleString('en')} characters.`);

/** The lines of a text as a list: without blanks, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}

/** One scope to a line. It stays text, as the form holds it: `linesOf` makes the list. */
const scopes = z
  .string()
  .max(40_000, 'These are too many scopes.')
  .refine((text) => linesOf(text).length <= 200, 'There can be at most 200 scopes.')
  .refine((text) => linesOf(text).every((one) => one.length <= 512), 'A scope has at most 512 characters.')
  .refine((text) => linesOf(text).every((one) => !/\s/.test(one)), 'A scope has no spaces: one to a line.');

const oauthFields = z.object({
  keyId,
  clientId: text('A client id'),
  clientSecret: text('A client secret', 4096).refine(
    (secret) => !isMasked(secret),
    'This is a mask and no secret. Leave it empty to keep the secret that is set, or paste a new one.',
  ),
  usePlatformCreds: z.boolean(),
  authorizeUri: address,
  tokenUri: address,
  userInfoUri: address,
  scopes,
  customScopeName: text('A parameter', 100),
  optionalScopeField: text('A parameter', 100),
  optionalScopes: scopes,
  pkceEnabled: z.boolean(),
  prompt: text('A prompt', 100),
  accessType: text('An access type', 100),
  tokenAccessType: text('A token access type', 100),
  tenantId: text('A tenant id', 200),
  appName: text('A name', 200),
  syncUserProfileOnLogin: z.boolean(),
  authorizeParams: keyValueRows({ noun: 'parameter', pairs: 20, minKey: 1, maxKey: 100, maxValue: 1024 }),
});
export type OauthFields = z.output<typeof oauthFields>;

const googleFields = z.object({
  keyId,
  serviceAccountJson: z.string().superRefine((pasted, context) => {
    const check = pasted.trim() === '' ? null : checkServiceAccount(pasted);
    if (check && !check.ok) context.addIssue({ code: 'custom', message: check.problem });
  }),
  scopes,
  tokenUri: address,
});
export type GoogleFields = z.output<typeof googleFields>;

export type KeyFields = { keyId: string };

/** What the form began with. Only what differs from it is the person's change; the rest stays as it is by now. */
const before = z.record(z.string(), z.unknown());

const cannotEmpty: Record<string, string> = {
  scopes: 'The API has no way to take all scopes away: leave one at least.',
  optionalScopes: 'The API has no way to take all of these away: leave one at least.',
  authorizeParams: 'The API has no way to take all parameters away: leave one at least.',
};

function keepsLists(input: Record<string, unknown>, context: z.RefinementCtx): void {
  const isFilled = (value: unknown) => (typeof value === 'string' ? value.trim() !== '' : hasItems(value));
  const had = input.before as Record<string, unknown>;
  for (const [path, message] of Object.entries(cannotEmpty)) {
    if (path in input && isFilled(had[path]) && !isFilled(input[path])) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  }
}

const hasItems = (value: unknown) => Array.isArray(value) && value.length > 0;

export const updateOauthInput = z
  .object({ connectionId, before, ...oauthFields.shape })
  .superRefine(keepsLists);

export const updateGoogleInput = z
  .object({ connectionId, before, ...googleFields.shape })
  .superRefine(keepsLists);

export const changeKeyInput = z.object({ connectionId, before, keyId });

/** An app connection as lists show it. Times are ISO 8601. */
export type AppConnectionRow = {
  id: string;
  /** What agents and connected accounts name it by. */
  keyId: string;
  /** `HUBSPOT`, or the identifier of a custom provider. */
  providerKey: string;
  /** `OAUTH`, `GOOGLE_DWD`, `API_KEY` and the like. */
  type: string;
  enabled: boolean;
  isComplete: boolean;
  createdAt: string | null;
};

/** What is set, in words; addresses can be copied. Nothing secret is in it. */
export type AppConnectionSetting = { label: string; value: string; copy?: boolean };

export type AppConnectionDetail = AppConnectionRow & {
  updatedAt: string | null;
  /** The address of its MCP server, where it has one. */
  mcpServerUrl: string | null;
  /** What is registered at the provider; null for a type that sends nobody back. */
  redirectUri: string | null;
  settings: AppConnectionSetting[];
};

/** What the form begins with. A secret is there as a mask or not at all. */
export type AppConnectionSetup = Pick<AppConnectionRow, 'providerKey' | 'enabled'> & {
  connectionId: string;
} & (
    | { kind: 'oauth'; redirectUri: string; fields: OauthFields; secretMask: string | null }
    | { kind: 'google'; fields: GoogleFields; secretMask: string | null }
    /** Nothing but the key can be changed. */
    | { kind: 'other'; type: string; fields: KeyFields }
  );

/** What goes with a connection: counted, or null where the API could not tell. `configs` are names of MCP configurations. */
export type AppConnectionImpact = { accounts: number | null; configs: string[] | null };
