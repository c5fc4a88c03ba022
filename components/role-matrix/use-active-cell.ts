import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type CellPlace, moveBy } from './move';
import { headerHeight, rowHeight } from './use-matrix-window';

/** What makes an element the one that a cell's focus goes to. */
export type Place = (row: number, column: number) => { 'data-cell': string; tabIndex: 0 | -1 };

/** Brings a row or a column into sight. */
type Scroll = { row: (index: number) => void; column: (index: number) => void };

/** The one cell that Tab reaches, and how keys move it, to cells that are not drawn yet too. */
export function useActiveCell(scroller: RefObject<HTMLDivElement | null>, rows: number, columns: number) {
  const [wanted, setWanted] = useState<CellPlace>({ row: 0, column: 0 });
  const owed = useRef(false);
  // A filter may have taken the cell away.
  const active = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };

  // After every drawing: the cell may come only with the second one, once the scroll has arrived.
  useLayoutEffect(() => {
    if (!owed.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`);
    if (!cell) return;
    owed.current = false;
    cell.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent, scroll: Scroll) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const height = scroller.current?.clientHeight ?? 0;
    const pageRows = Math.max(1, Math.floor((height - headerHeight) / rowHeight) - 1);
    const next = moveBy({ key: event.key, ctrl: event.ctrlKey }, active, { rows, columns, pageRows });
    if (!next) return;
    event.preventDefault();
    owed.current = true;
    setWanted(next);
    if (next.row >= 0) scroll.row(next.row);
    if (next.column >= 0) scroll.column(next.column);
    else if (scroller.current) scroller.current.scrollLeft = 0;
  };
  const onFocus = (event: FocusEvent) => {
    const [row, column] = event.target.getAttribute('data-cell')?.split(':').map(Number) ?? [];
    if (row === undefined || column === undefined) return;
    if (row !== active.row || column !== active.column) setWanted({ row, column });
  };
  const place: Place = (row, column) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: row === active.row && column === active.column ? 0 : -1,
  });
  return { active, place, onKeyDown, onFocus };
}
