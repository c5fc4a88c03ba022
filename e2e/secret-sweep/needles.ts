/** One secret that the run issued, as the ledger keeps it. `label` says which test saw it, in words that are safe to print. */
export type Secret = { kind: SecretKind; label: string; value: string };

export const secretKinds = [
  'api_key',
  'client_secret',
  'directory_secret',
  'portal_token',
  'portal_url',
  'hand_over_token',
  'hand_over_key',
  'session_token',
  'visit_token',
  'service_account',
  'account_link',
  'account_credential',
  'mcp_session_token',
  'sign_in_secret',
  'push_secret',
  'canary',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** A byte string whose presence anywhere means that a secret leaked, in the form that it leaked in. */
export type Needle = { secret: Secret; form: string; bytes: Buffer };

const tailLength = 24;

/**
 * Every form to look for: as it is, URL-encoded, JSON-escaped, base64 and hex, of the whole value and of its last 24 characters.
 * Forms that come out the same are listed once.
 */
export function needlesOf(secret: Secret): Needle[] {
  const tail = secret.value.slice(-tailLength);
  const forms: [string, string][] = [
    ['plain', secret.value],
    ['tail', tail],
    ['URL-encoded', encodeURIComponent(secret.value)],
    ['form-encoded', new URLSearchParams([['', secret.value]]).toString().slice(1)],
    ['JSON-escaped', JSON.stringify(secret.value).slice(1, -1)],
    ['JSON-escaped slashes', secret.value.replaceAll('/', '\\/')],
    ['HTML-escaped', secret.value.replaceAll('&', '&amp;')],
    ...[0, 1, 2].map((shift): [string, string] => ['base64', toBase64At(tail, shift)]),
    ...[0, 1, 2].map((shift): [string, string] => ['base64url', toBase64Url(toBase64At(tail, shift))]),
    ['hex', Buffer.from(tail).toString('hex')],
  ];
  const distinct = new Map(forms.map(([form, text]) => [text, form]).reverse() as [string, string][]);
  return [...distinct].map(([text, form]) => ({ secret, form, bytes: Buffer.from(text) }));
}

/** The characters that `text` always becomes when base64 meets it `shift` bytes into a group of three, whatever stands around it. */
function toBase64At(text: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  return whole.slice(shift === 0 ? 0 : 4);
}

function toBase64Url(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}
