import { z } from 'zod';

/** Field paths as forms write them; `*` stands for every row: `claims.*.value`. */
export type SecretFields = readonly string[];

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Values = Record<string, unknown>;

const draftSchema = z.record(z.string(), z.unknown());

/** One draft per person and form, so that the next person in this tab never sees it. */
export function draftKey(person: string, form: string): string {
  return `keydesk:draft:${person}:${form}`;
}

/** Keeps what was typed, without the fields that hold secrets. A full or forbidden store is no reason to fail. */
export function saveDraft(store: Store, key: string, values: Values, secretFields: SecretFields): void {
  const paths = secretFields.map((path) => path.split('.'));
  try {
    store.setItem(key, JSON.stringify(withoutSecrets(values, paths)));
  } catch {
    removeDraft(store, key);
  }
}

/** What was typed before, or null when there is nothing or nothing readable. */
export function loadDraft(store: Store, key: string): Values | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(store.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function removeDraft(store: Store, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // A browser that forbids storage has no draft to remove.
  }
}

function withoutSecrets(value: unknown, paths: string[][]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const keep = ([name]: [string, unknown]) =>
    !paths.some((path) => path.length === 1 && matches(path[0], name));
  const inside = (name: string) => paths.filter((path) => path.length > 1 && matches(path[0], name));
  const descend = ([name, child]: [string, unknown]): [string, unknown] => [
    name,
    withoutSecrets(
      child,
      inside(name).map((path) => path.slice(1)),
    ),
  ];
  const entries = Object.entries(value).filter(keep).map(descend);
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

function matches(step: string | undefined, name: string): boolean {
  return step === '*' || step === name;
}
