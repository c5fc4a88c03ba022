import { randomUUID } from 'node:crypto';

/** Makes an id such as `org_176543210000000001`. */
export type NewId = (prefix: string) => string;

const epoch = Date.UTC(2020, 0, 1);

/**
 * Ids in Scalekit's form: a prefix and 18 digits that grow with the clock. Each is larger than the last,
 * also when the clock is moved back; with a fixed clock they are the same in every run.
 */
export function createIds(now: () => number): NewId {
  let last = 0n;
  return (prefix) => {
    const time = BigInt(Math.max(0, now() - epoch));
    // The low digits are mixed, so that ids differ where people look: at the end.
    const timed = time * 1_000_000n + ((time * 48_271n) % 1_000_000n);
    last = timed > last ? timed : last + 1n;
    return `${prefix}_${String(last).padStart(18, '0')}`;
  };
}

/** 32 hexadecimal digits: what support quotes about one call. */
export function newTraceId(): string {
  return randomUUID().replaceAll('-', '');
}
