import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { layOut } from './slots';

export const headerHeight = 68;
export const rowHeight = 36;
export const columnWidth = 112;

type Options = {
  scroller: RefObject<HTMLDivElement | null>;
  rows: number;
  columns: number;
  /** Width of the column of permissions. */
  nameWidth: number;
  /** The cell that has focus or would get it; -1 is the header. It stays drawn, so that focus is not lost. */
  active: { row: number; column: number };
};

// What the server draws, not knowing the window.
const initialRect = { width: 1_280, height: 640 };

/** Which rows and columns are drawn: those in sight, a few around, and those of the active cell. */
export function useMatrixWindow({ scroller, rows, columns, nameWidth, active }: Options) {
  const common = { getScrollElement: () => scroller.current, initialRect };
  const vertical = useVirtualizer({
    ...common,
    count: rows,
    estimateSize: () => rowHeight,
    overscan: 6,
    paddingStart: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: (range) => withActive(range, active.row),
  });
  const horizontal = useVirtualizer({
    ...common,
    horizontal: true,
    count: columns,
    estimateSize: () => columnWidth,
    overscan: 3,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
    rangeExtractor: (range) => withActive(range, active.column),
  });
  return {
    vertical,
    horizontal,
    rowSlots: layOut(vertical.getVirtualItems(), headerHeight, vertical.getTotalSize()),
    columnSlots: layOut(horizontal.getVirtualItems(), nameWidth, horizontal.getTotalSize()),
    width: horizontal.getTotalSize(),
  };
}

function withActive(range: Range, index: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || inSight.includes(index)) return inSight;
  return [...inSight, index].sort((one, other) => one - other);
}
