import type { FindKind } from './find-kinds';

/** What a text is, as far as its form tells. `value` is what to look up. */
export type Paste =
  | { form: 'id'; kind: FindKind | 'other'; value: string }
  | { form: 'email'; value: string }
  | { form: 'domain'; value: string }
  /** Ids that stand in an address, most telling first; `host` where there are none. */
  | { form: 'url'; ids: string[]; host: string; portalToken: string | null }
  /** A secret, most likely: it goes to Scalekit's validation and nowhere else. */
  | { form: 'secret'; value: string }
  /** Words of a name, or an id of the customer's own. */
  | { form: 'words'; value: string };

const kindOfPrefix: Record<string, FindKind> = {
  org: 'organization',
  usr: 'user',
  apit: 'api_key',
  conn: 'connection',
  dom: 'domain',
  dir: 'directory',
  m2morg: 'api_client',
  ca: 'connected_account',
  lnk: 'portal_link',
  role: 'role',
  skc: 'client',
};

/** Where one address names several things, the narrowest is meant. */
const narrowness = ['ca', 'm2morg', 'apit', 'conn', 'dir', 'dom', 'usr', 'org', 'lnk', 'skc', 'role'];

const idForm = /^([a-z][a-z0-9]{1,15})_([A-Za-z0-9]{6,32})$/;
const idInText = /(?<![A-Za-z0-9_])(ca|m2morg|apit|conn|dir|dom|usr|org|lnk|skc|role)_\d{6,32}(?!\w)/g;
const emailForm = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,253}\.[^\s@<>".]{2,63}$/;
const domainForm =
  /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u;
const urlForm = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The most characters that anything to be found may have. */
export const longestPaste = 2_048;

/** Says what a text is. Trims it, and takes `<…>`, quotes and `mailto:` off. */
export function readPaste(text: string): Paste {
  const value = text
    .trim()
    .replace(/^(?:mailto:)/i, '')
    .replace(/^[<"'`]+|[>"'`,;]+$/g, '');
  if (urlForm.test(value)) return readUrl(value);
  const [, prefix = '', rest = ''] = idForm.exec(value) ?? [];
  if (prefix && (kindOfPrefix[prefix] || /^\d+$/.test(rest))) {
    return { form: 'id', kind: kindOfPrefix[prefix] ?? 'other', value };
  }
  if (emailForm.test(value)) return { form: 'email', value };
  if (looksSecret(value)) return { form: 'secret', value };
  if (domainForm.test(value)) return { form: 'domain', value: value.toLowerCase() };
  return { form: 'words', value };
}

function readUrl(value: string): Paste {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return { form: 'words', value };
  }
  const places = decode(`${url.host}${url.pathname}${url.search}${url.hash}`);
  const ids = [...new Set(places.match(idInText) ?? [])].sort((one, other) => rankOf(one) - rankOf(other));
  const portalToken = /^\/p\/([\w-]{20,})(?:\/|$)/.exec(url.pathname)?.[1] ?? null;
  return { form: 'url', ids, host: url.hostname.toLowerCase(), portalToken };
}

const rankOf = (id: string) => narrowness.indexOf(id.split('_')[0] ?? '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Long runs in which letters and digits are mixed: a key, a token. UUIDs and ids made of words are customers' own. */
function looksSecret(value: string): boolean {
  if (value.length < 24 || uuidForm.test(value) || !/^[\w.~+/=-]+$/.test(value)) return false;
  // A JSON Web Token has dots like a domain.
  if (/^eyJ[\w-]+\./.test(value)) return true;
  if (domainForm.test(value)) return false;
  const mixed = value.split(/[^A-Za-z0-9]+/).filter((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
  return mixed.join('').length >= 16;
}

/** Worth asking every environment for: not a word that somebody types. */
export function isWholeValue({ form }: Paste): boolean {
  return form !== 'words';
}
