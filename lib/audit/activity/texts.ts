import 'server-only';

/** Longer than any id or address; an index refuses what is longer than about 2,700 bytes. */
const longestText = 500;
const longestWords = 2_000;
const dayMs = 86_400_000;
const earliest = Date.parse('2015-01-01T00:00:00Z');

/** A text that an indexed column takes; undefined for anything else. */
export function boundedText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= longestText ? value : undefined;
}

/** What free text finds: each of the given texts once, in lower case. */
export function toWords(...values: unknown[]): string {
  const texts = values.flatMap((value) =>
    typeof value === 'string' && value !== '' ? [value.toLowerCase()] : [],
  );
  return [...new Set(texts)].join(' ').slice(0, longestWords);
}

/**
 * A time as ISO 8601. One that cannot be (no time, before 2015, more than a day ahead of our clock) becomes the time of
 * receipt: the row is kept, and no partition is made for the year 9999.
 */
export function placeInTime(text: string | undefined, receivedAt: Date): string {
  const at = Date.parse(text ?? '');
  const isPossible = at >= earliest && at <= receivedAt.getTime() + dayMs;
  return (isPossible ? new Date(at) : receivedAt).toISOString();
}
