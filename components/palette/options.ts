import type { Mark, PaletteHome, PalettePage } from '@/lib/features/palette/schema';
import { type Hit, hrefOfHit, kindWords, revokeHref } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';
import { isWholeValue, mayBeExternalId, readAccessQuestion, readPaste } from '@/lib/paste';
import { paths, withSearch } from '@/lib/paths';

/** One line of the palette. `group` is the heading that it stands under. */
export type Option = {
  key: string;
  group: string;
  label: string;
  detail: string;
  href: string;
  /** The environment, where it is another than the one at hand. */
  elsewhere?: string;
  /** A customer of the environment at hand, which can be pinned. */
  pinnable?: Mark;
  /** Not what was asked for, and so never opened before it is chosen. */
  isOffer?: true;
  /** An offer that opens nothing: the text is looked up anew as what the person says that it is. */
  as?: 'words';
};

type Parts = {
  environment: string;
  text: string;
  home: PaletteHome | undefined;
  /** Of all environments, those of the one at hand first. */
  hits: Hit[];
  /** What looks like a key is none, and the person has not said what else it is. */
  isNoKey?: boolean;
};

/** The lines for what is typed; without a text what one has pinned, looked at, and may open. */
export function buildOptions({ environment, text, home, hits, isNoKey = false }: Parts): Option[] {
  if (text.trim() === '') return home ? atRest(environment, home) : [];
  if (isNoKey && hits.length === 0) return mayBeExternalId(readPaste(text)) ? [asExternalId] : [];
  const exact = hits.filter(({ isExact }) => isExact);
  // A whole value means one thing: what merely holds it only distracts.
  const meant = exact.length > 0 && isWholeValue(readPaste(text)) ? exact : hits;
  const isHere = (hit: Hit) => Number(hit.environment === environment);
  const ordered = meant.toSorted(
    (one, other) => isHere(other) - isHere(one) || one.environment.localeCompare(other.environment),
  );
  const found = ordered.flatMap((hit) => optionsOf(hit, environment, home?.mayRevokeKeys ?? false));
  const pages = home?.pages ?? [];
  return [...found, ...explanations(text, environment, pages), ...matchingPages(text, pages)];
}

const asExternalId: Option = {
  ...{ key: 'as external id', group: 'Or else', label: 'Look it up as an external id', href: '' },
  ...{ isOffer: true, as: 'words' },
  detail: 'It is then searched for like a name and sent to Scalekit in an address. Not for a key.',
};

/** What is asked about a person rather than for them, for whoever may open the doctor's pages. */
function explanations(text: string, environment: string, pages: PalettePage[]): Option[] {
  const group = 'Pages and actions';
  const mayOpen = (path: string) => pages.some(({ href }) => href === path);
  const [doctor, access] = [paths.doctor(environment), paths.accessExplainer(environment)];
  const asked = readAccessQuestion(text);
  if (asked && mayOpen(access)) {
    const label = `Why does ${asked.person} have or lack ${asked.permission}?`;
    return [{ key: access, group, label, detail: 'Access explainer', href: withSearch(access, asked) }];
  }
  const paste = readPaste(text);
  if (paste.form !== 'email' || !mayOpen(doctor)) return [];
  const label = `Why can ${paste.value} not sign in?`;
  const href = withSearch(doctor, { email: paste.value });
  return [{ key: doctor, group, label, detail: 'Login doctor', href, isOffer: true }];
}

function atRest(environment: string, { pinned, recent, pages }: PaletteHome): Option[] {
  const kept = new Set(pinned.map(({ organizationId }) => organizationId));
  const others = recent.filter(({ organizationId }) => !kept.has(organizationId)).slice(0, 8);
  return [
    ...pinned.map((mark) => markOption('Pinned', mark, environment)),
    ...others.map((mark) => markOption('Recent', mark, environment)),
    ...pages.map(pageOption),
  ];
}

function markOption(group: string, mark: Mark, environment: string): Option {
  const { organizationId, title } = mark;
  const href = paths.organization(environment, organizationId);
  return { key: `${group} ${organizationId}`, group, label: title, detail: '', href, pinnable: mark };
}

const pageOption = ({ label, href }: PalettePage): Option => ({
  ...{ key: `page ${href}`, group: 'Pages and actions', label, detail: '', href },
});

function matchingPages(text: string, pages: PalettePage[]): Option[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const isIn = ({ label, words: others }: PalettePage) => {
    const all = ` ${foldText(`${label} ${others}`)}`;
    return words.every((word) => all.includes(` ${word}`));
  };
  return pages.filter(isIn).slice(0, 6).map(pageOption);
}

function optionsOf(hit: Hit, environment: string, mayRevokeKeys: boolean): Option[] {
  const { kind, id, title, organizationId, organizationName } = hit;
  const isHere = hit.environment === environment;
  const elsewhere = isHere ? undefined : hit.environment;
  const group = isHere ? 'Found' : `Found in ${hit.environment}`;
  const owner = kind === 'organization' ? null : organizationName;
  const detail = [kindWords[kind], hit.detail === title ? '' : hit.detail, owner].filter(Boolean).join(' · ');
  const key = `${hit.environment} ${kind} ${id}`;
  const option: Option = { key, group, label: title, detail, href: hrefOfHit(hit), elsewhere };
  if (kind === 'organization' && isHere) option.pinnable = { organizationId: id, title };
  if (kind !== 'api_key' || !mayRevokeKeys || !organizationId) return [option];
  const label = `Revoke ${title}`;
  return [
    option,
    { ...option, key: `revoke ${key}`, label, detail: `Ends API key ${id}`, href: revokeHref(hit) },
  ];
}
