import { parse } from 'search-query-parser';
import { type ActivityFilter, activityFilter, type FilterKey, filterKeys } from './filter';

/** What may stand before a colon. Anything else is free text. */
export const queryKeys = filterKeys.filter((key) => key !== 'text');

const options = { keywords: [...queryKeys], alwaysArray: true, tokenize: false };

/** What of a query was not understood, with a sentence for each. */
export type QueryReading = { filter: ActivityFilter; problems: string[] };

/**
 * Reads `type:user.login outcome:failed "jane doe"` as the filter that the pickers make of the same choices.
 * A value that a key does not know is a problem and does not filter; of a key given twice the types join, others take
 * the last.
 */
export function parseQuery(query: string): QueryReading {
  const read = parse(keepTimesWhole(query.slice(0, 2000)), options);
  const parts: Record<string, string[]> =
    typeof read === 'string' ? { text: [read] } : (read as Record<string, string[]>);
  const given: Partial<Record<FilterKey, string>> = {};
  const problems: string[] = [];
  for (const key of queryKeys) {
    const values = [parts[key] ?? []].flat().map((value) => value.trim());
    if (values.length === 0) continue;
    given[key] = key === 'type' ? values.join(',') : (values.at(-1) ?? '');
  }
  given.text = [parts.text ?? ''].flat().join(' ').replaceAll('"', '').trim();
  const filter = activityFilter.parse(given);
  for (const [key, value] of Object.entries(given)) {
    if (value !== '' && filter[key as FilterKey] === '')
      problems.push(`${key} cannot be “${value}”, so it does not filter.`);
  }
  if (/(?:^|\s)-\S/.test(query)) problems.push('A minus does not leave anything out here; it was not read.');
  for (const name of unknownKeys(filter.text)) {
    problems.push(`There is no key “${name}”. It is looked for as text.`);
  }
  return { filter, problems };
}

// The library takes colons within a value as its own unless the value is quoted.
function keepTimesWhole(query: string): string {
  return query.replace(/\b(since|until):(\d[^\s"]*)/g, '$1:"$2"');
}

function unknownKeys(text: string): string[] {
  return [...text.matchAll(/(?:^|\s)([a-z_]+):\S/g)].flatMap(([, name]) => name ?? []);
}

/** The query that reads as this filter: `parseQuery` undoes it. */
export function formatQuery(filter: ActivityFilter): string {
  const set = queryKeys.filter((key) => filter[key] !== '');
  const keyed = set.map((key) => `${key}:${quote(filter[key])}`);
  const text = filter.text === '' ? [] : [quote(filter.text, /:|(?:^|\s)-/)];
  return [...keyed, ...text].join(' ');
}

function quote(value: string, when = /[\s']/): string {
  const plain = value.replaceAll('"', '');
  return when.test(plain) ? `"${plain}"` : plain;
}
