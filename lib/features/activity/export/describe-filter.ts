import 'server-only';
import { type ActivityFilter, filterKeys } from '@/lib/activity/filter';

/** What an id looks like at Scalekit: a prefix and a number. Nobody's address or name does. */
const idPattern = /^[a-z]{2,10}_\d[A-Za-z0-9]{0,31}$/;

/** Keys whose values are of a short list, or a time. */
const plainKeys = ['period', 'since', 'until', 'outcome', 'source'] as const;
const idKeys = ['organization', 'user', 'connection', 'target'] as const;

type Described = {
  /** The keys that filter. */
  filtersBy: string[];
  /** Values of those keys that cannot hold anything personal. */
  values: Partial<Record<(typeof plainKeys)[number], string>>;
  /** What is named by id. */
  ids: Partial<Record<(typeof idKeys)[number], string>>;
};

/**
 * A filter as the staff log may keep it. Nothing can be taken out of that log, so it never holds what somebody typed:
 * a customer's address, a name, a piece of text.
 */
export function describeFilter(filter: ActivityFilter): Described {
  const pick = <Key extends keyof ActivityFilter>(keys: readonly Key[], fits: (value: string) => boolean) =>
    Object.fromEntries(keys.flatMap((key) => (fits(filter[key]) ? [[key, filter[key]]] : []))) as Partial<
      Record<Key, string>
    >;
  return {
    filtersBy: filterKeys.filter((key) => filter[key] !== ''),
    values: pick(plainKeys, (value) => value !== ''),
    ids: pick(idKeys, (value) => idPattern.test(value)),
  };
}
