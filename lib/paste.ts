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
const tokenForm = /^eyJ[\w-]+\./;
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The most characters that anything to be found may have. */
export const longestPaste = 2_048;

/** The longest external id that Scalekit keeps. */
export const longestExternalId = 255;

/**
 * Says what a text is. Trims it, and takes `<…>`, quotes and `mailto:` off.
 * `as`: what the person says that it is, where the form says otherwise.
 */
export function readPaste(text: string, as?: 'words'): Paste {
  const value = text
    .trim()
    .replace(/^(?:mailto:)/i, '')
    .replace(/^[<"'`]+|[>"'`,;]+$/g, '');
  if (as) return { form: as, value };
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
  if (tokenForm.test(value)) return true;
  if (domainForm.test(value)) return false;
  const mixed = value.split(/[^A-Za-z0-9]+/).filter((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
  return mixed.join('').length >= 16;
}

/**
 * Whether what looks like a secret may be an id of the customer's own after all: ObjectIds, ULIDs and UUIDs without dashes
 * have the form of a key, and no form tells them apart. A JSON Web Token is none.
 */
export function mayBeExternalId(paste: Paste): boolean {
  return paste.form === 'secret' && paste.value.length <= longestExternalId && !tokenForm.test(paste.value);
}

const accessForm = /^<?(\S+?)>?[\s,;]+([A-Za-z0-9_:]{2,64})\??$/;

/** A person (e-mail or user id) and a permission in one text: `jane@heronsgate.example reports:export`. Null for others. */
export function readAccessQuestion(text: string): { person: string; permission: string } | null {
  const [, person = '', permission = ''] = accessForm.exec(text.trim().replace(/^mailto:/i, '')) ?? [];
  const isPerson = emailForm.test(person) || /^usr_\d+$/.test(person);
  return isPerson ? { person, permission } : null;
}

/** Worth asking every environment for: not a word that somebody types. */
export function isWholeValue({ form }: Paste): boolean {
  return form !== 'words';
}
