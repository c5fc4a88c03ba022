import type { Needle } from './needles';

/** A secret found where it must not be. */
export type Hit = { needle: Needle; place: string };

const prefixLength = 4;

/**
 * Makes a search for all needles in one pass over the bytes, so that a data directory of Postgres takes seconds.
 * Needles are grouped by their first bytes, whose hash picks a slot of a table; only slots in use are compared.
 */
export function createSearch(needles: Needle[]): (bytes: Buffer, place: string) => Hit[] {
  const table = new Uint8Array(1 << 16);
  const byPrefix = new Map<number, Needle[]>();
  for (const needle of needles) {
    if (needle.bytes.length < prefixLength)
      throw new Error(`A ${needle.secret.kind} is too short to look for`);
    const prefix = needle.bytes.readUInt32LE(0);
    table[slotOf(prefix)] = 1;
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), needle]);
  }
  return (bytes, place) => {
    const found = new Set<Needle>();
    for (let at = 0; at <= bytes.length - prefixLength; at++) {
      const prefix =
        // readUInt32LE checks its bounds on every call, which triples the time of this loop.
        ((bytes[at] as number) |
          ((bytes[at + 1] as number) << 8) |
          ((bytes[at + 2] as number) << 16) |
          ((bytes[at + 3] as number) << 24)) >>>
        0;
      if (table[slotOf(prefix)] === 0) continue;
      for (const needle of byPrefix.get(prefix) ?? []) {
        if (bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) found.add(needle);
      }
    }
    return [...found].map((needle) => ({ needle, place }));
  };
}

function slotOf(prefix: number): number {
  return Math.imul(prefix, 0x9e3779b1) >>> 16;
}

/** A hit in words that do not repeat the secret. */
export function describeHit({ needle, place }: Hit): string {
  return `${needle.secret.kind} (${needle.secret.label}) is in ${place}, ${needle.form}`;
}
