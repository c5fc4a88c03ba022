import { z } from 'zod';

type Limits = {
  /** What a row is called in sentences: "claim", "pair". */
  noun: string;
  pairs: number;
  minKey: number;
  maxKey: number;
  maxValue: number;
};

/** A map as rows of a form: limits with a sentence each, and no key twice. */
export function keyValueRows({ noun, pairs, minKey, maxKey, maxValue }: Limits) {
  const row = z.object({
    key: z
      .string()
      .trim()
      .min(minKey, `A key has at least ${minKey} ${minKey === 1 ? 'character' : 'characters'}.`)
      .max(maxKey, `A key has at most ${maxKey} characters.`),
    value: z
      .string()
      .trim()
      .min(1, 'A value cannot be empty.')
      .max(maxValue, `A value has at most ${maxValue} characters.`),
  });
  return z
    .array(row)
    .max(pairs, `There can be at most ${pairs} ${noun}s.`)
    .superRefine((rows, context) => {
      for (const [index, { key }] of rows.entries()) {
        if (rows.findIndex((other) => other.key === key) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'key'],
            message: 'This key stands above already.',
          });
        }
      }
    });
}

export type KeyValueRow = { key: string; value: string };

/** Rows as the map that the API takes. */
export function toMap(rows: KeyValueRow[]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}

/** A map as rows. The maps of protobuf messages have no prototype, which React refuses to send: rows are plain. */
export function toRows(map: Record<string, string>): KeyValueRow[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}
