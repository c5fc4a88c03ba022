import 'server-only';
import { isEmptyFilter, timesOf } from '@/lib/activity/filter';
import type { Place } from '@/lib/keyset';
import { isIndexed, type Selection } from './branches';
import { readPlaceId } from './place';
import type { Window } from './select-lines';

/** How far a page looks where no index leads to the rows. */
export const searchWindowMs = 31 * 24 * 60 * 60_000;

/**
 * Where a page has to stop looking, besides the filter's own times; both null where an index leads to every row.
 * Going back it stops at `from`, going forward at `to`.
 */
export function windowOf(selection: Selection, place: Place, now = Date.now()): Window {
  return isIndexed(selection) ? { from: null, to: null } : stretchOf(selection, place, now);
}

/**
 * Where all rows of a page lie, as a rule, of everybody or of a customer or connection: Postgres then plans for two months
 * and not for all that are kept, which takes longer than reading them. Null where a page may well have to look further.
 */
export function nearOf(selection: Selection, place: Place, now = Date.now()): Window | null {
  const { customers, filter } = selection;
  const many = { period: '', since: '', until: '', organization: '', connection: '', outcome: '' } as const;
  if (customers !== 'all' || !isIndexed(selection) || !isEmptyFilter({ ...filter, ...many })) return null;
  const near = stretchOf(selection, place, now);
  return near.from || near.to ? near : null;
}

function stretchOf({ filter }: Selection, place: Place, now: number): Window {
  const { from, to } = timesOf(filter, now);
  const start = place ? Date.parse(readPlaceId(place.id).at) : to ? Date.parse(to) : now;
  if (place?.direction === 'newer') {
    const end = start + searchWindowMs;
    return { from: null, to: end < (to ? Date.parse(to) : now) ? new Date(end).toISOString() : null };
  }
  const end = start - searchWindowMs;
  return { from: from === null || end > Date.parse(from) ? new Date(end).toISOString() : null, to: null };
}
