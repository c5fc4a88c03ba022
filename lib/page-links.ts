import { z } from 'zod';
import type { Page } from './page';
import { withSearch } from './paths';

/**
 * Where a list stands, as the address says it: the API's cursor, and the number of the first row,
 * which a cursor does not tell. A value that makes no sense reads as the first page.
 */
export const listPosition = z.object({
  cursor: z.string().max(500).default('').catch(''),
  from: z.coerce.number().int().min(1).max(100_000_000).default(1).catch(1),
});

export type ListPosition = z.output<typeof listPosition>;

type Search = Record<string, string | null | undefined>;

/** Hrefs of the pages before and after; filters in `search` stay. */
export function pageLinks(
  path: string,
  search: Search,
  page: Page<unknown>,
  position: ListPosition,
  size: number,
) {
  const previousFrom = Math.max(1, position.from - size);
  const href = (cursor: string | null, from: number) =>
    cursor && withSearch(path, { ...search, cursor, from });
  return {
    first: position.from,
    size: page.rows.length,
    total: page.total,
    // The first page is the list itself: a plain address that shows what is new.
    previousHref:
      page.previousToken &&
      (previousFrom === 1 ? withSearch(path, search) : href(page.previousToken, previousFrom)),
    nextHref: href(page.nextToken, position.from + page.rows.length),
  };
}
