import type { Mark, PaletteHome, PalettePage } from '@/lib/features/palette/schema';
import { type Hit, hrefOfHit, kindWords, revokeHref } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';
import { isWholeValue, readPaste } from '@/lib/paste';
import { paths } from '@/lib/paths';

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
};

type Parts = {
  environment: string;
  text: string;
  home: PaletteHome | undefined;
  /** Of all environments, those of the one at hand first. */
  hits: Hit[];
};

/** The lines for what is typed; without a text what one has pinned, looked at, and may open. */
export function buildOptions({ environment, text, home, hits }: Parts): Option[] {
  if (text.trim() === '') return home ? atRest(environment, home) : [];
  const exact = hits.filter(({ isExact }) => isExact);
  // A whole value means one thing: what merely holds it only distracts.
  const meant = exact.length > 0 && isWholeValue(readPaste(text)) ? exact : hits;
  const isHere = (hit: Hit) => Number(hit.environment === environment);
  const ordered = meant.toSorted(
    (one, other) => isHere(other) - isHere(one) || one.environment.localeCompare(other.environment),
  );
  const found = ordered.flatMap((hit) => optionsOf(hit, environment, home?.mayRevokeKeys ?? false));
  return [...found, ...matchingPages(text, home?.pages ?? [])];
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
