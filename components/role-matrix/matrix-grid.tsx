'use client';

import { useRef } from 'react';
import type { MatrixRole, Origins, RoleMatrix } from '@/lib/role-matrix';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { useActiveCell } from './use-active-cell';
import { useIsNarrow } from './use-is-narrow';
import { columnWidth, headerHeight, useMatrixWindow } from './use-matrix-window';

export type GridProps = {
  environment: string;
  matrix: RoleMatrix;
  /** The columns that are shown. */
  roles: MatrixRole[];
  /** The rows that are shown, by their number in the matrix. */
  rows: number[];
  origins: ReadonlyMap<string, Origins>;
  rights: { add: boolean; remove: boolean };
};

/**
 * A table with the grid role: the browser's own table for structure, one stop for Tab, arrow keys inside. Only what is in
 * sight is drawn, so rows and columns say their numbers themselves.
 */
export function MatrixGrid({ environment, matrix, roles, rows, origins, rights }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const nameWidth = useIsNarrow() ? 152 : 272;
  const { active, place, onKeyDown, onFocus } = useActiveCell(scroller, rows.length, roles.length);
  const view = useMatrixWindow({
    scroller,
    rows: rows.length,
    columns: roles.length,
    nameWidth,
    active,
  });
  const scroll = {
    row: (row: number) => view.vertical.scrollToIndex(row),
    column: (column: number) => view.horizontal.scrollToIndex(column),
  };
  return (
    <div
      ref={scroller}
      data-matrix=""
      // Hidden words are placed absolutely: without a place of its own they would widen the page.
      className="relative max-h-[max(20rem,calc(100dvh-19rem))] overflow-x-auto overflow-y-auto overscroll-contain rounded border border-line"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked and acted on
        role="grid"
        aria-label="Roles and permissions"
        aria-describedby="matrix-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={roles.length + 1}
        onKeyDown={(event) => onKeyDown(event, scroll)}
        onFocus={onFocus}
        style={{ width: view.width }}
        className="table-fixed border-separate border-spacing-0 text-table"
      >
        <colgroup>
          <col style={{ width: nameWidth }} />
          {view.columnSlots.map((slot) =>
            slot.kind === 'gap' ? (
              <col key={`before ${slot.before}`} style={{ width: slot.size }} />
            ) : (
              <col key={slot.index} style={{ width: columnWidth }} />
            ),
          )}
        </colgroup>
        <GridHead
          environment={environment}
          roles={roles}
          all={matrix.roles}
          slots={view.columnSlots}
          place={place}
          height={headerHeight}
        />
        <tbody>
          {view.rowSlots.map((slot) => {
            if (slot.kind === 'gap') {
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot have focus
                <tr key={`before ${slot.before}`} aria-hidden="true">
                  <td style={{ height: slot.size, padding: 0 }} />
                </tr>
              );
            }
            const row = rows[slot.index] ?? 0;
            const permission = matrix.permissions[row];
            if (!permission) return null;
            return (
              <GridRow
                key={permission.name}
                environment={environment}
                index={slot.index}
                row={row}
                permission={permission}
                roles={roles}
                slots={view.columnSlots}
                origins={origins}
                names={matrix.roles}
                rights={rights}
                place={place}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
