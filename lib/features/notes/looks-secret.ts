/** Values that open something, by the shapes that are known. An API key's own has none: it cannot be told from a word. */
const shapes: [RegExp, string][] = [
  // A test's id, `test_` and a number, is no secret.
  [
    /\b(?:test|live|prod)_(?!\d+(?![\w-]))(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/,
    'a Scalekit client secret',
  ],
  [/\bwhsec_[A-Za-z0-9+/=_-]{16,}/, 'a webhook secret'],
  [/\bemu[a-z]{2,6}_[\w-]{20,}/, 'a secret of the emulator'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/, 'a signed token'],
  [/\/magicLink\/[0-9a-f-]{20,}/i, 'a one-minute portal link'],
  [/\/p\/[\w-]{43}(?![\w-])/, 'a portal link'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
];

/** What a text seems to hold that must not be written down: `a webhook secret`; null when nothing looks like one. */
export function findSecret(text: string): string | null {
  return shapes.find(([shape]) => shape.test(text))?.[1] ?? null;
}
