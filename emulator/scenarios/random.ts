/** Numbers that look random and are the same in every run of the same seed. */
export type Random = {
  /** An integer from 0 to `limit - 1`. */
  below: (limit: number) => number;
  /** True with this probability, 0 to 1. */
  chance: (probability: number) => boolean;
  /** @throws RangeError for an empty list */
  pick: <T>(list: readonly T[]) => T;
  /** Letters and digits. */
  text: (length: number) => string;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function createRandom(seed: string): Random {
  let state = [...seed].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(list) {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    text: (length) => Array.from({ length }, () => letters[below(letters.length)]).join(''),
  };
}
