import { formatList } from '@/lib/format';
import type { KeyValueRow } from '@/lib/key-values';

/** What saving will do to the pairs, a sentence for each kind of change; empty while nothing changes. */
export function describeChanges(before: KeyValueRow[], after: KeyValueRow[]): string[] {
  const old = new Map(before.map(({ key, value }) => [key, value]));
  const now = new Map(after.map(({ key, value }) => [key.trim(), value.trim()]));
  now.delete('');
  const added = [...now.keys()].filter((key) => !old.has(key));
  const changed = [...now].filter(([key, value]) => old.has(key) && old.get(key) !== value);
  const removed = [...old.keys()].filter((key) => !now.has(key));
  return [
    ...sentence('Adds', added),
    ...sentence(
      'Changes',
      changed.map(([key]) => key),
    ),
    ...sentence('Removes', removed),
  ];
}

function sentence(verb: string, keys: string[]): string[] {
  return keys.length > 0 ? [`${verb} ${formatList(keys)}.`] : [];
}
