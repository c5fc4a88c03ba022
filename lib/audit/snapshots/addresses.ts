import 'server-only';

const telling = /token|secret|passw|signature|^sig$|api_?key|^key$|^code$|credential/i;

/** An address without what may be a credential in it: the user information, and parameters that sound like one. */
export function plainAddress(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text)) return text.includes('://') ? null : text;
  const url = new URL(text);
  const isPlain =
    url.username === '' &&
    url.password === '' &&
    ![...url.searchParams.keys()].some((key) => telling.test(key));
  // As it was written: URL adds strokes.
  if (isPlain) return text;
  url.username = '';
  url.password = '';
  for (const key of [...url.searchParams.keys()]) {
    if (telling.test(key)) url.searchParams.set(key, 'left-out');
  }
  return url.href;
}
