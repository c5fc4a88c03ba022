import { type ActivityFilter, timesOf, typesOf } from './filter';
import type { ActivityLine } from './line';

/** What a live stream says of a new row: enough to tell whether a filter takes it, and no content. */
export type LiveLine = Omit<ActivityLine, 'id' | 'data' | 'since' | 'authRequestId'> & {
  environment: string;
  /** What free text finds, in lower case, cut to 500 characters. */
  words: string;
  /** It was told before, or was there already: a sign-in whose outcome moved. */
  changed: boolean;
};

/** True when the timeline under this filter, in this environment, would show the row. The same rules as in the SQL. */
export function takesLine(filter: ActivityFilter, line: LiveLine): boolean {
  const { from, to } = timesOf(filter);
  const types = typesOf(filter);
  const equal = (wanted: string, value: string | null) => wanted === '' || wanted === value;
  return (
    (from === null || Date.parse(line.at) >= Date.parse(from)) &&
    (to === null || Date.parse(line.at) < Date.parse(to)) &&
    (types.length === 0 || types.includes(line.type)) &&
    equal(filter.actor, line.actor) &&
    equal(filter.target, line.targetId) &&
    equal(filter.organization, line.organizationId) &&
    equal(filter.connection, line.connectionId) &&
    equal(filter.outcome, line.outcome) &&
    equal(filter.source, line.source) &&
    isAbout(filter.user, line) &&
    line.words.includes(filter.text.toLowerCase())
  );
}

function isAbout(user: string, line: LiveLine): boolean {
  if (user === '') return true;
  return user.includes('@') ? line.email === user.toLowerCase() : line.userId === user;
}
