import { z } from 'zod';
import { type AccountSearch, listAccountsInput } from './schema';

const word = z.string().default('').catch('');

/** The filters as an address holds them, right or wrong. */
export const accountAddress = z.object({
  q: word,
  organization: word,
  user: word,
  connection: word,
  provider: word,
  status: word,
});
export type AccountAddress = z.output<typeof accountAddress>;

const filters = listAccountsInput.omit({ pageToken: true });
const addressNames: Record<keyof AccountSearch, keyof AccountAddress> = {
  text: 'q',
  organizationId: 'organization',
  userId: 'user',
  connections: 'connection',
  provider: 'provider',
  status: 'status',
};

/** What to ask for, and a sentence for each filter that makes no sense: those are left out. */
export function readAccountSearch(address: AccountAddress): {
  search: AccountSearch;
  problems: Partial<Record<keyof AccountAddress, string>>;
} {
  const names = Object.entries(addressNames) as [keyof AccountSearch, keyof AccountAddress][];
  const typed = Object.fromEntries(names.map(([field, name]) => [field, address[name]]));
  const parsed = filters.safeParse(typed);
  if (parsed.success) return { search: parsed.data, problems: {} };
  const problems: Partial<Record<keyof AccountAddress, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = path[0] as keyof AccountSearch;
    problems[addressNames[field]] ??= field === 'status' ? 'There is no such state.' : message;
    delete typed[field];
  }
  return { search: filters.parse(typed), problems };
}
