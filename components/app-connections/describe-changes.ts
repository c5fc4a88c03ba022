import type { FormChange } from '@/components/forms/change-list';
import { linesOf } from '@/lib/features/app-connections/schema';
import { formatList } from '@/lib/format';
import type { KeyValueRow } from '@/lib/key-values';
import { fieldLabels } from './labels';

type Values = Record<string, unknown>;
type Name = keyof typeof fieldLabels;

const secrets: Name[] = ['clientSecret', 'serviceAccountJson'];
const lists: Name[] = ['scopes', 'optionalScopes'];

/**
 * What saving would change of a connection, a sentence each; a secret is named and never shown.
 * @param hasSecret a secret is set by now, and a new one takes its place
 */
export function describeChanges(before: Values, after: Values, hasSecret: boolean): FormChange[] {
  return (Object.keys(fieldLabels) as Name[]).flatMap((name) => {
    if (!(name in after) || isSame(before[name], after[name])) return [];
    if (secrets.includes(name)) return secretChange(name, hasSecret);
    if (lists.includes(name))
      return listChange(name, linesOf(text(before[name])), linesOf(text(after[name])));
    if (name === 'authorizeParams') return listChange(name, pairs(before[name]), pairs(after[name]));
    return [valueChange(name, before[name], after[name])];
  });
}

function secretChange(name: Name, hasSecret: boolean): FormChange[] {
  const words = hasSecret
    ? `${fieldLabels[name]}: the new one takes the place of the old, which is gone.`
    : `${fieldLabels[name]}: is set.`;
  return [{ words, isLoss: hasSecret }];
}

function listChange(name: Name, before: string[], after: string[]): FormChange[] {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  const changes: FormChange[] = [];
  if (removed.length > 0)
    changes.push({ words: `${fieldLabels[name]}: loses ${formatList(removed)}.`, isLoss: true });
  if (added.length > 0)
    changes.push({ words: `${fieldLabels[name]}: adds ${formatList(added)}.`, isLoss: false });
  return changes;
}

function valueChange(name: Name, before: unknown, after: unknown): FormChange {
  const label = fieldLabels[name];
  if (typeof after === 'boolean') return { words: `${label}: ${after ? 'on' : 'off'}.`, isLoss: false };
  const [old, now] = [text(before).trim(), text(after).trim()];
  if (now === '') return { words: `${label}: “${old}” is cleared.`, isLoss: true };
  if (name === 'keyId') {
    const words = `${label}: “${old}” becomes “${now}”. Whatever names it “${old}” fails until it is changed too.`;
    return { words, isLoss: true };
  }
  return { words: old ? `${label}: “${old}” becomes “${now}”.` : `${label}: “${now}”.`, isLoss: false };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const pairs = (value: unknown) => ((value ?? []) as KeyValueRow[]).map(({ key, value }) => `${key}=${value}`);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
