import 'server-only';

/** What stands in the place of a secret. */
export const removed = '[removed]';

// Names of fields, in snake case, whose value may let somebody in.
const secretNames =
  /(^|_)(secrets?|tokens?|passwords?|passcode|otp|code|pin|api_key|private_key|signing_key|magic_link|link|credentials?|authorization|cookie|assertion|saml_response|signature|recovery_codes?|backup_codes?)$/;
const harmlessNames =
  /(^|_)(region|country|postal|zip|error|status|language|currency|area|dialing|department|employee|cost_center)_code$/;

// Values that let somebody in whatever their field is called: JWTs, webhook secrets, one-time links, prefixed tokens.
const secretValues =
  /eyJ[\w-]{8,}\.eyJ[\w-]+|whsec_[\w+/=]{8,}|\/magicLink\/|\/connect\/[0-9a-f-]{36}|[?&](token|code|magic_link|id_token|access_token)=|Bearer\s+\S{8,}/i;

/** Data without secrets: the field stays, so that one sees that there was a value. At most 12 levels deep. */
export function stripSecrets(data: Record<string, unknown>): Record<string, unknown> {
  return stripObject(data, 0);
}

function stripObject(data: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isSecretName(name) && !isEmpty(value) ? removed : strip(value, depth + 1),
    ]),
  );
}

function strip(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return secretValues.test(value) ? removed : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 12) return removed;
  return Array.isArray(value)
    ? value.map((one) => strip(one, depth + 1))
    : stripObject(value as Record<string, unknown>, depth);
}

// The same few names come with every event, and looking at one takes longer than finding it here.
const known = new Map<string, boolean>();
const knownAtMost = 5_000;

function isSecretName(name: string): boolean {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  if (known.size >= knownAtMost) known.clear();
  const is = namesSecret(name);
  known.set(name, is);
  return is;
}

function namesSecret(name: string): boolean {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-. ]/g, '_')
    .toLowerCase();
  return secretNames.test(snake) && !harmlessNames.test(snake);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || typeof value === 'boolean';
}
