import 'server-only';
import type { FindKind } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';

/** An object as the index keeps it. Never a secret. */
export type Document = {
  kind: FindKind;
  id: string;
  ref?: string;
  /** Whose it is; `['*']` for what the environment shares with all. */
  organizationIds: string[];
  title: string;
  detail?: string | null;
  /** More values that are looked up whole: external ids, addresses, the last four characters of a key. */
  exact?: (string | null | undefined)[];
  /** The organizations are some of it, not all. */
  addsOrganizations?: boolean;
  /** What the message does not carry: a row that is there keeps it, and these values serve one that is not. */
  keeps?: ('title' | 'detail' | 'exact')[];
};

/** What the environment shares with all customers: people limited to some see it too. */
export const sharedWithAll = ['*'];

/** The domains of a connection as its second line: the first few. */
export const connectionDomains = (names: string[]) => names.slice(0, 5).join(', ');

/** The folded values that are found whole. */
export function exactOf({ id, ref, detail, exact = [] }: Document): string[] {
  const values = [id, ref, detail, ...exact].map((value) => foldText(value ?? ''));
  return [...new Set(values.filter(Boolean))];
}

/** The folded words, each with a space before it, punctuation as it is and once more without. */
export function searchTextOf(title: string, values: (string | null | undefined)[]): string {
  const folded = [title, ...values].map((value) => foldText(value ?? '')).filter(Boolean);
  const bare = folded.map((value) => value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
  return ` ${[...new Set([...folded, ...bare])].join(' ')}`.slice(0, 2_000);
}
