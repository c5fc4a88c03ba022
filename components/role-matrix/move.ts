/** -1 is the header: of the permissions' column, or of the roles' row. */
export type CellPlace = { row: number; column: number };

type Press = { key: string; ctrl: boolean };

/** Where a key leads from a cell, as in any grid; null for a key that is not the grid's. */
export function moveBy(
  { key, ctrl }: Press,
  { row, column }: CellPlace,
  size: { rows: number; columns: number; pageRows: number },
): CellPlace | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const to = (nextRow: number, nextColumn: number) => ({
    row: Math.min(lastRow, Math.max(-1, nextRow)),
    column: Math.min(lastColumn, Math.max(-1, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(Math.max(0, row - size.pageRows), column);
    case 'PageDown':
      return to(row + size.pageRows, column);
    case 'Home':
      return ctrl ? to(0, 0) : to(row, -1);
    case 'End':
      return ctrl ? to(lastRow, lastColumn) : to(row, lastColumn);
    default:
      return null;
  }
}
