import type { JsonValue } from '@bufbuild/protobuf';

const secretFields = new Set([
  'token',
  'code',
  'link_token',
  'client_secret',
  'clientSecret',
  'client_assertion',
  'plain_secret',
  'secret',
  'password',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'code_verifier',
  'api_key',
  'service_account_json',
]);

// Whatever a provider calls them, its credentials are in here.
const secretObjects = new Set(['static_auth']);

/** A copy of a request in which secrets are replaced. Ids in the place of a secret stay readable. */
export function maskSecrets(value: JsonValue, name = ''): JsonValue {
  if (typeof value === 'string') return secretFields.has(name) && !isId(value) ? '[secret]' : value;
  if (secretObjects.has(name)) return '[secret]';
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskSecrets(inner, key)]));
}

// Tokens may be named by their id where their value would do.
function isId(text: string): boolean {
  return text === '' || /^apit_\d+$/.test(text);
}
