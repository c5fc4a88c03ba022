import type { CutKind, Departure, OpenItem } from '@/lib/features/departures/schema';
import { formatExactTime } from '@/lib/format';
import { notKnown } from './token-life';

export const kindWords: Record<CutKind, { one: string; many: string; done: string }> = {
  api_key: { one: 'API key', many: 'API keys', done: 'revoked' },
  connected_account: { one: 'Connected account', many: 'Connected accounts', done: 'disconnected' },
  session: { one: 'Session', many: 'Sessions', done: 'ended' },
  membership: { one: 'Membership', many: 'Memberships', done: 'removed' },
};

/** How cutting one thing went. `gone`: it was not there any more. */
export type Outcome =
  | { state: 'open' | 'done' | 'gone' }
  | { state: 'failed' | 'unknown'; message: string; requestId?: string };

export type CutItem = OpenItem & { outcome: Outcome };

/** Somebody whom a directory still knows. */
export type DirectoryEntry = {
  organizationId: string;
  directoryId: string;
  directoryName: string;
  id: string;
  email: string;
  isActive: boolean | null;
};

/** How the directories were looked through. `isWhole` false: there are more people than are read. */
export type Search = {
  state: 'running' | 'done' | 'failed';
  entries: DirectoryEntry[];
  read: number;
  isWhole: boolean;
};

export type ReceiptFacts = {
  environment: string;
  departure: Departure;
  items: CutItem[];
  search: Search;
  tokens: string;
  /** Who is at the desk. */
  by: string;
  at: string;
};

/** How an outcome reads. */
export function outcomeWords({ kind, outcome }: CutItem): string {
  switch (outcome.state) {
    case 'open':
      return 'open, not cut';
    case 'done':
      return kindWords[kind].done;
    case 'gone':
      return 'gone already';
    case 'failed':
      return `not cut: ${outcome.message}`;
    case 'unknown':
      return `unknown whether it was cut: ${outcome.message}`;
  }
}

/** What the directories say of the person, in a sentence. */
export function searchWords({ state, entries, read, isWhole }: Search): string {
  const found = entries.map(
    ({ directoryName, email, isActive }) =>
      `${email} in ${directoryName}, ${isActive === false ? 'inactive' : isActive ? 'active' : 'activity not known'}`,
  );
  if (found.length > 0) return `${found.join('; ')}.`;
  if (state === 'failed') return 'Not known: the directories could not be looked through.';
  if (state === 'running') return 'Still being looked through.';
  return isWhole
    ? `No entry among ${read} people.`
    : `No entry among the first ${read} people; there are more.`;
}

/** The receipt as Markdown, for a ticket. Ids and last characters of keys are in it, no secret is. */
export function writeReceipt(facts: ReceiptFacts): string {
  const { departure, items, search, environment, by, at, tokens } = facts;
  const places = departure.organizations.map(({ id, name }) =>
    name ? `${plain(name)} (\`${id}\`)` : `\`${id}\``,
  );
  return [
    `# Departure of ${plain(departure.email)}`,
    '',
    `- User: ${departure.userId ? `\`${departure.userId}\`` : 'no user record'}`,
    `- Environment: ${environment}`,
    `- Looked and cut by ${plain(by)}, ${formatExactTime(at)}`,
    `- Looked at: ${places.join(', ') || 'no organization'}${departure.isWhole ? '' : '; there are more'}`,
    ...(departure.isLimited ? ['- Other customers were not looked at: not assigned to this person.'] : []),
    ...departure.unread.map((text) => `- Could not be read: ${plain(text)}`),
    `- Directories: ${plain(searchWords(search))}`,
    `- Access tokens issued already: ${tokens}`,
    '',
    '## What was open',
    '',
    ...(items.length === 0
      ? ['- Nothing.']
      : items.map(
          (item) =>
            `- ${kindWords[item.kind].one} \`${item.id}\` (${plain(item.label)}): ${plain(outcomeWords(item))}`,
        )),
    '',
    '## Not known',
    '',
    ...notKnown.map((text) => `- ${text}`),
    '',
  ].join('\n');
}

// Names are the customer's words: they must neither break a line nor become markup.
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
