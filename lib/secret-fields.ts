import { isMasked, secretMask } from './masked-secret';

/** Fields of answers and requests whose text is a secret, or a link that opens something for whoever has it. */
const secretFields = new Set([
  'access_token',
  'api_key',
  'auth_link',
  'authentication_link',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'id_token',
  'link',
  'link_token',
  'magic_link',
  'otp',
  'password',
  'plain_secret',
  'private_key',
  'refresh_token',
  'secret',
  'secret_access_key',
  'service_account_json',
  'session_token',
  'token',
]);

/** Whatever a provider calls them, its credentials are in here. */
const secretObjects = new Set(['static_auth', 'static_config']);

/** A secret of an answer: where it stands (`secrets.0.plain_secret`), and what it is. */
export type FoundSecret = { path: string; value: string };

/** A copy with every secret replaced, and what was replaced. Ids in the place of a token, and masks, stay. */
export function maskSecretFields(answer: unknown): { masked: unknown; found: FoundSecret[] } {
  const found: FoundSecret[] = [];
  const hide = (value: string, path: string[]) => {
    found.push({ path: path.join('.'), value });
    return secretMask;
  };
  const walk = (value: unknown, path: string[]): unknown => {
    const name = nameAt(path);
    if (typeof value === 'string') return isSecret(name, value, path) ? hide(value, path) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (secretObjects.has(name) && Object.keys(value).length > 0) return hide(JSON.stringify(value), path);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, String(index)]));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, walk(inner, [...path, key])]),
    );
  };
  return { masked: walk(answer, []), found };
}

function isSecret(name: string, text: string, path: string[]): boolean {
  if (text === '' || isMasked(text) || /^apit_\d+$/.test(text)) return false;
  // A portal link is an object; elsewhere a location is a place on earth.
  if (name === 'location') return nameAt(path.slice(0, -1)) === 'link';
  return secretFields.has(name);
}

/** Where such fields may stand below `root`, as paths with `*` for any name: what no draft may hold. */
export function secretPaths(root: string, depth: number): string[] {
  const names = [...secretFields, ...secretObjects];
  return Array.from({ length: depth }, (_, level) => `${root}${'.*'.repeat(level)}`).flatMap((prefix) =>
    names.map((name) => `${prefix}.${name}`),
  );
}

// The items of a list are called by the list's own name.
function nameAt(path: string[]): string {
  const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
