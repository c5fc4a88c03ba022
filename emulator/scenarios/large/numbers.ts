/** Ids of one kind that an index alone tells, and the way back. */
export type NumberedIds = { at: (index: number) => string; indexOf: (id: string) => number | undefined };

// Below every id that a clock of today makes, and far enough apart for the eye.
const first = 100_000_000_000_000_000n;
const apart = 1_000_000_000_000_000n;
const step = 99_999_989n;

/** @param kind a number of its own for each kind of thing; @param size how many there are */
export function numberedIds(prefix: string, kind: number, size: number): NumberedIds {
  const start = first + BigInt(kind) * apart;
  return {
    at: (index) => `${prefix}_${start + BigInt(index) * step}`,
    indexOf(id) {
      if (!id.startsWith(`${prefix}_1`)) return undefined;
      const digits = id.slice(prefix.length + 1);
      if (!/^\d{18}$/.test(digits)) return undefined;
      const distance = BigInt(digits) - start;
      const index = Number(distance / step);
      return distance >= 0n && distance % step === 0n && index < size ? index : undefined;
    },
  };
}

/** A number from 0 to `limit - 1` that looks random and is always the same for an index. */
export function mixed(index: number, salt: number, limit: number): number {
  let value = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) % limit;
}

/** The item that an index chooses. */
export function chosen<T>(list: readonly T[], index: number, salt: number): T {
  return list[mixed(index, salt, list.length)] as T;
}

/**
 * Deals `size` things out to `owners` so that neighbours belong to different owners, and finds those of one owner
 * without looking through them.
 */
export function dealing(size: number, owners: number, stride: number) {
  const inverse = inverseOf(stride, owners);
  return {
    ownerOf: (index: number) => (index * stride) % owners,
    *of(owner: number): Generator<number> {
      for (let index = (owner * inverse) % owners; index < size; index += owners) yield index;
    },
  };
}

/** The number that undoes a multiplication by `value`, modulo `modulus`; the two have no divisor in common. */
function inverseOf(value: number, modulus: number): number {
  let [a, b, x, y] = [value % modulus, modulus, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return x < 0 ? x + modulus : x;
}
