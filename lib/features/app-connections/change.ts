import 'server-only';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { AppError, type FieldErrors } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import type { connectionsPb } from '@/lib/scalekit/services';
import { googleFields, keyFields, oauthConfig, oauthFields } from './current';
import { type GoogleFields, type KeyFields, linesOf, type OauthFields } from './schema';

type Update = MessageInitShape<typeof connectionsPb.UpdateConnectionSchema>;
type Before = Record<string, unknown>;

/** What to send, and the names of the fields that are others afterwards. Null when nothing would change. */
export type Change = { update: Update; changed: string[] } | null;

/**
 * What the person changed: what differs from what their form began with. All else is not sent and stays as it is by now,
 * also what somebody else changed meanwhile.
 * @throws AppError conflict where both changed the same field
 */
function toSend<Fields extends object>(live: Fields, before: Before, wanted: Fields) {
  const names = Object.keys(live) as (keyof Fields & string)[];
  const touched = names.filter((name) => !isSame(wanted[name], before[name]));
  const clashes = touched.filter(
    (name) => !isSame(live[name], before[name]) && !isSame(live[name], wanted[name]),
  );
  if (clashes.length > 0) throw clashError(clashes, live);
  const changed = touched.filter((name) => !isSame(live[name], wanted[name]));
  const pick = <Name extends keyof Fields & string>(name: Name): Fields[Name] | undefined =>
    changed.includes(name) ? wanted[name] : undefined;
  return { changed, pick };
}

/** The change of an OAuth connection. An empty secret keeps the one that is set. */
export function oauthChange(
  connection: connectionsPb.Connection,
  before: Before,
  wanted: OauthFields,
): Change {
  const { changed, pick } = toSend(oauthFields(connection), before, wanted);
  const has = (...names: (keyof OauthFields)[]) => names.some((name) => changed.includes(name));
  const value = {
    clientId: pick('clientId'),
    clientSecret: pick('clientSecret'),
    usePlatformCreds: pick('usePlatformCreds'),
    authorizeUri: pick('authorizeUri'),
    tokenUri: pick('tokenUri'),
    userInfoUri: pick('userInfoUri'),
    scopes: linesOf(pick('scopes') ?? ''),
    customScopeName: pick('customScopeName'),
    optionalScopes: has('optionalScopeField', 'optionalScopes')
      ? { fieldName: wanted.optionalScopeField, scopes: linesOf(wanted.optionalScopes) }
      : undefined,
    pkceEnabled: pick('pkceEnabled'),
    prompt: pick('prompt'),
    accessType: pick('accessType'),
    tokenAccessType: pick('tokenAccessType'),
    tenantId: pick('tenantId'),
    appName: pick('appName'),
    syncUserProfileOnLogin: pick('syncUserProfileOnLogin'),
    extensions: has('authorizeParams')
      ? {
          smart: oauthConfig(connection)?.extensions?.smart,
          extraAuthorizeParams: toMap(wanted.authorizeParams),
        }
      : undefined,
  };
  return toChange(connection, wanted, changed, { case: 'oauthConfig', value });
}

/** The change of a Google connection. An empty key file keeps the one that is set. */
export function googleChange(
  connection: connectionsPb.Connection,
  before: Before,
  wanted: GoogleFields,
): Change {
  const { changed, pick } = toSend(googleFields(connection), before, wanted);
  const value = {
    serviceAccountJson: pick('serviceAccountJson')?.trim(),
    scopes: linesOf(pick('scopes') ?? ''),
    tokenUri: pick('tokenUri'),
  };
  return toChange(connection, wanted, changed, { case: 'googleDwdConfig', value });
}

/** The change of a connection whose settings are not made here: its key. */
export function keyChange(connection: connectionsPb.Connection, before: Before, wanted: KeyFields): Change {
  const { changed } = toSend(keyFields(connection), before, wanted);
  return toChange(connection, wanted, changed, { case: undefined });
}

/** Type, provider and key always go along, changed or not: without them Scalekit refuses. */
function toChange(
  { type, provider, providerKey }: connectionsPb.Connection,
  { keyId }: KeyFields,
  changed: string[],
  settings: Update['settings'],
): Change {
  if (changed.length === 0) return null;
  const isKeyAlone = changed.length === 1 && changed[0] === 'keyId';
  return {
    changed,
    update: { type, provider, providerKey, keyId, settings: isKeyAlone ? { case: undefined } : settings },
  };
}

function clashError(names: string[], live: object): AppError {
  const shown = (value: unknown) =>
    typeof value === 'string' && value !== ''
      ? `It is now: ${linesOf(value).join(', ')}.`
      : 'It is another now.';
  const entries = names.map((name) => [
    name,
    `Somebody else changed this since the form was opened. ${shown(live[name as keyof typeof live])}`,
  ]);
  const message =
    'Somebody else changed the same settings meanwhile. Load the page anew: what you typed stays.';
  const fieldErrors: FieldErrors = Object.fromEntries(entries);
  return new AppError('conflict', message, { fieldErrors });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
