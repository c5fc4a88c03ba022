import 'server-only';
import { createHash } from 'node:crypto';
import type { Fields, FieldValue } from './observation';

/** One field that differs; null where it was or is not there. */
export type FieldChange = { path: string; before: FieldValue; after: FieldValue };

/** The same text for the same content, in whatever order it was read. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What differs between two versions, by field. Of a `partial` earlier version only what it knew is compared: the rest was
 * not known before, which is no change.
 */
export function compareFields(before: Fields, after: Fields, partial: boolean): FieldChange[] {
  const paths = partial ? Object.keys(before) : [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return paths
    .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
    .filter((one) => canonical(one.before) !== canonical(one.after))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
