import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { consentId, resourceClientId, resourceId } from '@/lib/scalekit-ids';
import { textLines } from '@/lib/text-lines';

/** The most that one page of GET /resources and of GET /user_consents may hold. */
export const resourcePageSize = 30;

/** In the words of the wire; GET /resources lists one at a time. */
export const resourceTypes = ['MCP_SERVER', 'WEB', 'MOBILE', 'DESKTOP', 'SERVER'] as const;
export type ResourceType = (typeof resourceTypes)[number];

export const listResourcesInput = z.object({ type: z.enum(resourceTypes), pageToken });
export const resourceInput = z.object({ resourceId });
export const listConsentsInput = z.object({
  resourceId,
  text: z.string().trim().max(100).default('').catch(''),
  pageToken,
});

const name = (noun: string) =>
  z.string().trim().min(1, `Give the ${noun} a name.`).max(128, 'A name has at most 128 characters.');
const description = z.string().trim().max(512, 'A description has at most 512 characters.');
const scopes = textLines({
  noun: 'scope',
  most: 200,
  judge: (line) => line.length <= 256 && !/\s/.test(line),
  sentence: 'A scope has no spaces, and 256 characters at most: one to a line.',
});
const seconds = (most: number) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === '' || (/^\d{1,9}$/.test(text) && Number(text) >= 60 && Number(text) <= most),
      `Give whole seconds, from 60 to ${most}.`,
    );

const settings = {
  name: name('resource'),
  description,
  resourceUri: z
    .string()
    .trim()
    .max(2048, 'An address has at most 2,048 characters.')
    .refine(
      (text) => text === '' || (URL.canParse(text) && /^https?:\/\/[^/]/i.test(text)),
      'Give a whole address: https:// and all that follows.',
    ),
  scopes,
  logoUri: z
    .string()
    .trim()
    .max(512, 'A logo’s address has at most 512 characters.')
    .refine((text) => text === '' || /^https:\/\/[^/]/i.test(text), 'Give a whole https:// address.'),
  /** Empty: Scalekit’s own. */
  accessTokenExpiry: seconds(86_400),
  refreshTokenExpiry: seconds(31_536_000),
  disableDynamicClientRegistration: z.boolean(),
  intersectScopesUserPermission: z.boolean(),
  enableCimd: z.boolean(),
};

export const createResourceInput = z.object({
  type: z.enum(resourceTypes, 'Choose what it is.'),
  ...settings,
});

export const resourceFields = z.object(settings);
export type ResourceFields = z.output<typeof resourceFields>;

/** `before` is what the form began with: only what differs is sent, and not over somebody else's change. */
export const updateResourceInput = z.object({ resourceId, before: resourceFields, ...settings });

export const deleteResourceInput = z.object({
  resourceId,
  confirmName: z.string(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it goes: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

const clientSettings = {
  name: name('client'),
  description,
  scopes,
  redirectUris: textLines({
    noun: 'redirect address',
    most: 50,
    judge: (line) => URL.canParse(line) && !/^(javascript|data|vbscript|file):/i.test(line),
    sentence: 'Give whole addresses, https:// and all that follows: one to a line.',
  }),
  audience: textLines({
    noun: 'audience',
    most: 20,
    judge: (line) => line.length <= 256 && !/\s/.test(line),
    sentence: 'An audience has no spaces, and 256 characters at most: one to a line.',
  }),
  /** Seconds that a token of this client lives. Empty: as the resource says. */
  expiry: seconds(86_400),
  customClaims: keyValueRows({ noun: 'claim', pairs: 20, minKey: 1, maxKey: 128, maxValue: 256 }),
};

export const createResourceClientInput = z.object({ resourceId, ...clientSettings });

export const resourceClientFields = z.object(clientSettings);
export type ResourceClientFields = z.output<typeof resourceClientFields>;

/** `before` is what the form began with, as for a resource. */
export const updateResourceClientInput = z.object({
  resourceId,
  clientId: resourceClientId,
  before: resourceClientFields,
  ...clientSettings,
});

export const deleteResourceClientInput = z.object({ resourceId, clientId: resourceClientId });
export const revokeConsentInput = z.object({ clientId: resourceClientId, consentId });

/** What tokens are for: an MCP server or an application of yours. Times are ISO 8601. */
export type ResourceRow = {
  id: string;
  name: string;
  type: string;
  description: string;
  resourceUri: string;
  logoUri: string;
  scopes: string[];
  /** Seconds; null: Scalekit’s own. */
  accessTokenExpiry: number | null;
  refreshTokenExpiry: number | null;
  disableDynamicClientRegistration: boolean;
  intersectScopesUserPermission: boolean;
  enableCimd: boolean;
  /** Who provides the sign-in behind it; empty: Scalekit. */
  provider: string;
  /** The product's own sign-in behind it; null: there is none. */
  connection: ResourceConnection | null;
  createdAt: string | null;
  updatedAt: string | null;
};

/** `status` is Scalekit's word: DRAFT until it is set up. */
export type ResourceConnection = { id: string; provider: string; status: string; enabled: boolean };

/** An agent that may ask for tokens of a resource. */
export type ResourceClientRow = {
  id: string;
  name: string;
  description: string;
  scopes: string[];
  redirectUris: string[];
  audience: string[];
  /** Seconds; null: as the resource says. */
  expiry: number | null;
  customClaims: KeyValueRow[];
  /** It registered itself. */
  isDynamic: boolean;
  createdAt: string | null;
};

/** What a person let a client do. */
export type ConsentRow = {
  id: string;
  person: string;
  clientId: string;
  clientName: string;
  scopes: string[];
  grantedAt: string | null;
};

/** A resource as its form begins. */
export function toFields(resource: ResourceRow): ResourceFields {
  const text = (seconds: number | null) => (seconds === null ? '' : String(seconds));
  return {
    name: resource.name,
    description: resource.description,
    resourceUri: resource.resourceUri,
    logoUri: resource.logoUri,
    scopes: resource.scopes.join('\n'),
    accessTokenExpiry: text(resource.accessTokenExpiry),
    refreshTokenExpiry: text(resource.refreshTokenExpiry),
    disableDynamicClientRegistration: resource.disableDynamicClientRegistration,
    intersectScopesUserPermission: resource.intersectScopesUserPermission,
    enableCimd: resource.enableCimd,
  };
}

/** A client of a resource as its form begins. */
export function toClientFields(client: ResourceClientRow): ResourceClientFields {
  const { name, description, expiry, customClaims } = client;
  return {
    ...{ name, description, customClaims },
    scopes: client.scopes.join('\n'),
    redirectUris: client.redirectUris.join('\n'),
    audience: client.audience.join('\n'),
    expiry: expiry === null ? '' : String(expiry),
  };
}

/** Names of the fields of a form in which `after` differs from `before`. */
export function changedFields<T extends object>(before: T, after: T): (keyof T & string)[] {
  const names = Object.keys(before) as (keyof T & string)[];
  return names.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
