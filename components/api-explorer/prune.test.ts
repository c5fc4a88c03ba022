import { describe, expect, it } from 'vitest';
import { prune } from './prune';

describe('prune', () => {
  it('leaves out what nobody filled in, and keeps what means something', () => {
    const left = { a: undefined, b: { c: {}, d: undefined }, e: [undefined], f: [{}] };
    expect(prune({ ...left, g: false, h: 0, i: { j: 'x', k: null } })).toEqual({
      g: false,
      h: 0,
      i: { j: 'x' },
    });
    expect(prune(left)).toEqual({});
  });
});
