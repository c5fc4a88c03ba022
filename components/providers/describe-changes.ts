import type { FormChange } from '@/components/forms/change-list';
import { describeChanges as describePairs } from '@/components/forms/metadata-changes';
import type { FieldRow, MutationRow, ScopeRow } from '@/lib/features/providers/pattern-schema';
import type { ProviderFields } from '@/lib/features/providers/schema';
import { authTypeWords } from './words';

/** What saving would change of a provider, a sentence each. Parts that the type does not have are lost, and said to be. */
export function describeChanges(before: ProviderFields, after: ProviderFields): FormChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const changes: FormChange[] = [];
  if (before.type !== after.type) {
    const words = `People authorize by ${authTypeWords(after.type)}, no longer by ${authTypeWords(before.type)}: who has connected has to do it again.`;
    changes.push({ words, isLoss: true });
  }
  if (before.isMcp !== after.isMcp) {
    changes.push({
      words: after.isMcp ? 'It becomes an MCP server.' : 'It is no MCP server any more.',
      isLoss: false,
    });
  }
  for (const [label, was] of old.texts) {
    const is = now.texts.get(label) ?? '';
    if (was !== is) changes.push(textChange(label, was, is));
  }
  for (const [label, was] of old.lists)
    changes.push(...listChange(label, was, now.lists.get(label) ?? new Map()));
  if (before.proxyEnabled !== after.proxyEnabled) {
    changes.push({ words: `Proxy: ${after.proxyEnabled ? 'on' : 'off'}.`, isLoss: !after.proxyEnabled });
  }
  for (const sentence of describePairs(before.metadata, after.metadata)) {
    changes.push({ words: `Metadata: ${sentence}`, isLoss: sentence.startsWith('Removes') });
  }
  return changes;
}

type Parts = { texts: Map<string, string>; lists: Map<string, Map<string, string>> };

/** What goes along with the type at hand; of what it does not have there is nothing. */
function partsOf(fields: ProviderFields): Parts {
  const isOauth = fields.type === 'OAUTH';
  const hasAddresses = isOauth && !fields.isMcp;
  const only = (holds: boolean, text: string) => (holds ? text.trim() : '');
  return {
    texts: new Map([
      ['Name', fields.displayName.trim()],
      ['Description', fields.description.trim()],
      ['Icon', fields.iconSrc.trim()],
      ['Proxy address', fields.proxyUrl.trim()],
      ['Name of the way', fields.patternName.trim()],
      ['Description of the way', fields.patternDescription.trim()],
      ['Authorization address', only(hasAddresses, fields.authorizeUri)],
      ['Token address', only(hasAddresses, fields.tokenUri)],
      ['User info address', only(hasAddresses, fields.userInfoUri)],
      ['Parameter that scopes are sent as', only(hasAddresses, fields.customScopeName)],
      ['PKCE', isOauth && (fields.isMcp || fields.pkceEnabled) ? 'on' : ''],
      ['Header', only(!isOauth, fields.headerName)],
    ]),
    lists: new Map([
      ['Field', keyed(fields.fields, fieldWords)],
      ['Account field', keyed(isOauth ? fields.accountFields : [], fieldWords)],
      ['Scope', keyed(hasAddresses ? fields.scopes : [], scopeWords)],
      ['Change of', keyed(isOauth ? [] : fields.mutations, mutationWords)],
    ]),
  };
}

function keyed<Row>(rows: Row[], words: (row: Row) => [string, string]): Map<string, string> {
  return new Map(rows.map(words));
}

const fieldWords = (row: FieldRow): [string, string] => [row.fieldName.trim(), JSON.stringify(row)];
const scopeWords = (row: ScopeRow): [string, string] => [row.scope.trim(), JSON.stringify(row)];
const mutationWords = (row: MutationRow): [string, string] => [row.field, JSON.stringify(row)];

function textChange(label: string, was: string, is: string): FormChange {
  if (is === '') return { words: `${label}: “${was}” is gone.`, isLoss: true };
  return { words: was ? `${label}: “${was}” becomes “${is}”.` : `${label}: “${is}”.`, isLoss: false };
}

function listChange(label: string, was: Map<string, string>, is: Map<string, string>): FormChange[] {
  const removed = [...was.keys()].filter((key) => !is.has(key));
  const changes: FormChange[] = removed.map((key) => ({ words: `${label} ${key} is gone.`, isLoss: true }));
  for (const [key, words] of is) {
    if (!was.has(key))
      changes.push({ words: `${label} ${key || '(without a key)'} is added.`, isLoss: false });
    else if (was.get(key) !== words) changes.push({ words: `${label} ${key} changes.`, isLoss: false });
  }
  const kept = [...was.keys()].filter((key) => is.has(key));
  const order = [...is.keys()].filter((key) => was.has(key));
  if (kept.join() !== order.join())
    changes.push({ words: `${label}s stand in another order.`, isLoss: false });
  return changes;
}
