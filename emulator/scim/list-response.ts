import type { JsonObject } from '@bufbuild/protobuf';
import { z } from 'zod';
import { matchesFilter } from './match-filter';
import { parseFilter } from './parse-filter';
import { ScimError } from './scim-error';

/** The most that one answer holds. */
export const maximumCount = 200;
const defaultCount = 100;

// RFC 7644, section 3.4.2.4: a start below one is one, a negative count is none.
const paging = z.object({
  startIndex: z.coerce
    .number()
    .int()
    .transform((value) => Math.max(value, 1))
    .default(1),
  count: z.coerce
    .number()
    .int()
    .transform((value) => Math.min(Math.max(value, 0), maximumCount))
    .default(defaultCount),
});

/**
 * The resources that pass the query's filter, a page of them.
 * @throws ScimError when the filter or the paging cannot be read
 */
export function listResponse(resources: JsonObject[], query: URLSearchParams): JsonObject {
  const page = paging.safeParse(Object.fromEntries(query));
  if (!page.success) throw new ScimError(400, z.prettifyError(page.error), 'invalidValue');
  const { startIndex, count } = page.data;
  const text = query.get('filter');
  const filter = text ? parseFilter(text) : undefined;
  const found = filter ? resources.filter((resource) => matchesFilter(filter, resource)) : resources;
  const shown = found.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: found.length,
    startIndex,
    itemsPerPage: shown.length,
    Resources: shown.map((resource) => chooseAttributes(resource, query)),
  };
}

/** A resource without what the query's `attributes` or `excludedAttributes` leave out. */
export function chooseAttributes(resource: JsonObject, query: URLSearchParams): JsonObject {
  const wanted = readNames(query.get('attributes'));
  const excluded = readNames(query.get('excludedAttributes'));
  const entries = Object.entries(resource).filter(([name]) => {
    if (name === 'id' || name === 'schemas') return true;
    const key = name.toLowerCase();
    return wanted ? wanted.has(key) : !excluded?.has(key);
  });
  return Object.fromEntries(entries);
}

// Whole attributes only: `name.givenName` chooses `name`.
function readNames(list: string | null): Set<string> | undefined {
  if (!list) return undefined;
  return new Set(list.split(',').map((name) => name.trim().toLowerCase().split('.')[0] ?? ''));
}
