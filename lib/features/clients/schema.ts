import { z } from 'zod';
import type { ClientSecretRow } from '@/lib/client-secret';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { environmentClientId as clientId } from '@/lib/scalekit-ids';
import { textLines } from '@/lib/text-lines';

/** The most that one page of GET /clients may hold. */
export const clientPageSize = 30;

/** Kinds of application that can be made, in the words of the wire. */
export const creatableTypes = ['WEB_APP', 'SPA', 'NTV'] as const;
export const clientTypes = ['ENV', ...creatableTypes] as const;
export type ClientType = (typeof clientTypes)[number];

export const listClientsInput = z.object({
  type: z.enum(clientTypes).nullable().default(null).catch(null),
  pageToken,
});

export const clientInput = z.object({ clientId });

/** Also addresses of apps on a device, `com.example.app://callback`; none that runs as a script. */
export function isRedirectUri(line: string): boolean {
  if (line.length > 2048 || !URL.canParse(line)) return false;
  const { protocol, hash } = new URL(line);
  return hash === '' && !['javascript:', 'data:', 'vbscript:', 'file:'].includes(protocol);
}

const isWebAddress = (line: string) => isRedirectUri(line) && /^https?:/i.test(line);

const addresses = (noun: string, judge: (line: string) => boolean) =>
  textLines({
    noun,
    most: 50,
    judge,
    sentence: 'Give whole addresses, https:// and all that follows, without a # part: one to a line.',
  });

const settings = {
  name: z.string().trim().min(1, 'Give the client a name.').max(128, 'A name has at most 128 characters.'),
  postLoginUris: addresses('redirect address', isRedirectUri),
  postLogoutRedirectUris: addresses('sign-out address', isRedirectUri),
  backChannelLogoutUris: addresses('back-channel address', isWebAddress),
  initiateLoginUri: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || isWebAddress(text),
      'Give a whole address: https:// and all that follows.',
    ),
  /** Empty: Scalekit’s own. */
  accessTokenExpiry: z
    .string()
    .trim()
    .refine((text) => text === '' || /^\d{1,6}$/.test(text), 'Give whole seconds.')
    .refine(
      (text) => text === '' || (Number(text) >= 60 && Number(text) <= 86_400),
      'From 60 to 86400 seconds.',
    ),
  scopes: textLines({
    noun: 'scope',
    most: 100,
    judge: (line) => line.length <= 256 && !/\s/.test(line),
    sentence: 'A scope has no spaces, and 256 characters at most: one to a line.',
  }),
  customClaims: keyValueRows({ noun: 'claim', pairs: 20, minKey: 1, maxKey: 128, maxValue: 256 }),
  enforcePkce: z.boolean(),
  disallowScalekitApiAccess: z.boolean(),
};

export const createClientInput = z.object({
  type: z.enum(creatableTypes, 'Choose what it is.'),
  ...settings,
});

export const clientFields = z.object(settings);
export type ClientFields = z.output<typeof clientFields>;

/** `before` is what the form began with: only what differs is sent, and not over somebody else's change. */
export const updateClientInput = z.object({ clientId, before: clientFields, ...settings });

const secretId = z.string().regex(/^(sec|sks)_[A-Za-z0-9]+$/, 'A secret id starts with sec_ or sks_.');

export const clientSecretInput = z.object({ clientId, secretId });

export const deleteClientInput = z.object({
  clientId,
  confirmName: z.string(),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it goes: the staff log keeps it.')
    .max(500, 'A reason has at most 500 characters.'),
});

/** An application of the environment. Times are ISO 8601. */
export type ClientRow = {
  id: string;
  name: string;
  /** In the words of the wire; others than `clientTypes` may come. */
  type: string;
  /** Keydesk itself calls Scalekit with it. */
  isOurs: boolean;
  postLoginUris: string[];
  postLogoutRedirectUris: string[];
  backChannelLogoutUris: string[];
  initiateLoginUri: string;
  /** Null: Scalekit’s own. */
  accessTokenExpiry: number | null;
  scopes: string[];
  customClaims: KeyValueRow[];
  grantTypes: string[];
  enforcePkce: boolean;
  disallowScalekitApiAccess: boolean;
  secrets: ClientSecretRow[];
  createdAt: string | null;
  updatedAt: string | null;
};

/** A client as its form begins. */
export function toFields(client: ClientRow): ClientFields {
  return {
    name: client.name,
    postLoginUris: client.postLoginUris.join('\n'),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join('\n'),
    backChannelLogoutUris: client.backChannelLogoutUris.join('\n'),
    initiateLoginUri: client.initiateLoginUri,
    accessTokenExpiry: client.accessTokenExpiry === null ? '' : String(client.accessTokenExpiry),
    scopes: client.scopes.join('\n'),
    customClaims: client.customClaims,
    enforcePkce: client.enforcePkce,
    disallowScalekitApiAccess: client.disallowScalekitApiAccess,
  };
}

/** Names of the fields in which two forms differ. */
export function changedFields(before: ClientFields, after: ClientFields): (keyof ClientFields)[] {
  const names = Object.keys(clientFields.shape) as (keyof ClientFields)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What is answered when a client is made; a client on its users' devices has no secret. */
export type CreatedClient = { clientId: string; secret: { id: string; value: string } | null };
