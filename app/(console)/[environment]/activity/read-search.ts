import { z } from 'zod';
import { type ActivityFilter, activityFilter } from '@/lib/activity/filter';
import { parseQuery } from '@/lib/activity/query';
import { type ListPosition, listPosition } from '@/lib/page-links';

const word = z.string().max(2000).default('').catch('');

/** What the address of a timeline says. */
export type TimelineSearch = {
  filter: ActivityFilter;
  /** What of a typed query was not understood. */
  problems: string[];
  position: ListPosition;
  /** A query was typed; the address does not yet say it as parameters. */
  isQuery: boolean;
  view: string;
};

/** Reads the address; on the pages of an organization the filter is kept to it. */
export function readSearch(
  search: Record<string, string | string[] | undefined>,
  organizationId?: string,
): TimelineSearch {
  const { query, view } = z.object({ query: word, view: word }).parse(search);
  const isQuery = search.query !== undefined;
  const read = isQuery ? parseQuery(query) : { filter: activityFilter.parse(search), problems: [] };
  return {
    filter: organizationId ? { ...read.filter, organization: organizationId } : read.filter,
    problems: read.problems,
    position: listPosition.parse(search),
    isQuery,
    view,
  };
}
