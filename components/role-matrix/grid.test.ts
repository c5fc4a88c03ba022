import { describe, expect, it } from 'vitest';
import { moveBy } from './move';
import { layOut } from './slots';

describe('moveBy', () => {
  const size = { rows: 300, columns: 300, pageRows: 12 };
  const press = (key: string, row: number, column: number, ctrl = false) =>
    moveBy({ key, ctrl }, { row, column }, size);

  it.each([
    ['ArrowDown', false, { row: 6, column: 5 }],
    ['ArrowUp', false, { row: 4, column: 5 }],
    ['ArrowLeft', false, { row: 5, column: 4 }],
    ['ArrowRight', false, { row: 5, column: 6 }],
    ['PageDown', false, { row: 17, column: 5 }],
    ['PageUp', false, { row: 0, column: 5 }],
    ['Home', false, { row: 5, column: -1 }],
    ['End', false, { row: 5, column: 299 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 299, column: 299 }],
  ])('%s (with Ctrl: %s)', (key, ctrl, to) => {
    expect(press(key, 5, 5, ctrl)).toEqual(to);
  });

  it('stops at the headers and at the end, and leaves other keys alone', () => {
    expect(press('ArrowUp', -1, -1)).toEqual({ row: -1, column: -1 });
    expect(press('ArrowRight', 299, 299)).toEqual({ row: 299, column: 299 });
    expect(press('a', 0, 0)).toBeNull();
  });
});

describe('layOut', () => {
  const item = (index: number) => ({ index, start: 100 + index * 10, end: 110 + index * 10 });

  it('keeps the room of what is not drawn, around an item that stands alone too', () => {
    expect(layOut([item(0), item(5), item(6)], 100, 200)).toEqual([
      { kind: 'item', index: 0 },
      { kind: 'gap', size: 40, before: 5 },
      { kind: 'item', index: 5 },
      { kind: 'item', index: 6 },
      { kind: 'gap', size: 30, before: -1 },
    ]);
    expect(layOut([], 100, 200)).toEqual([{ kind: 'gap', size: 100, before: -1 }]);
  });
});
