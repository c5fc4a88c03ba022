import { queryKeys } from './query';

/** What may stand after a key: its values with a word for people. */
export type QueryValues = Partial<Record<string, { value: string; label: string }[]>>;

export type Suggestion = { insert: string; label: string };

/** What may come at the caret, and the stretch of the query that it replaces. */
export type Completion = { from: number; to: number; suggestions: Suggestion[] };

const most = 12;

/** Completes the word at the caret: keys first, after a colon the key's values. A value is found by its label too. */
export function completeQuery(query: string, caret: number, values: QueryValues): Completion {
  const from = query.slice(0, caret).search(/\S*$/);
  const rest = /^\S*/.exec(query.slice(caret));
  const to = caret + (rest?.[0].length ?? 0);
  const word = query.slice(from, caret).toLowerCase();
  const colon = word.indexOf(':');
  if (colon < 0) return { from, to, suggestions: keysFor(word) };
  const key = word.slice(0, colon);
  const comma = word.lastIndexOf(',');
  const start = Math.max(colon, comma) + 1;
  const wanted = word.slice(start);
  const found = (values[key] ?? []).filter(
    ({ value, label }) => value.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted),
  );
  const suggestions = found.slice(0, most).map(({ value, label }) => ({ insert: `${value} `, label }));
  return { from: from + start, to, suggestions };
}

function keysFor(word: string): Suggestion[] {
  return queryKeys
    .filter((key) => key.startsWith(word))
    .map((key) => ({ insert: `${key}:`, label: keyWords[key] }));
}

const keyWords: Record<(typeof queryKeys)[number], string> = {
  period: 'the last hour, day, week, month or quarter',
  since: 'not before this time',
  until: 'before this time',
  type: 'type of event',
  actor: 'who did it, where known',
  target: 'id of what it was done to',
  organization: 'organization id',
  user: 'user id or e-mail',
  connection: 'connection id',
  outcome: 'how it ended',
  source: 'where the row comes from',
};
