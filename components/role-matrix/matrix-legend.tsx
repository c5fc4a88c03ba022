import { CellMark } from './cell-mark';

/** What the marks mean, and how to get about. */
export function MatrixLegend({ mayChange }: { mayChange: boolean }) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-table text-quiet">
      <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1">
        <li className="flex items-center gap-1.5">
          <CellMark state="direct" /> The role’s own
        </li>
        <li className="flex items-center gap-1.5">
          <CellMark state="inherited" /> From a role that it extends
        </li>
        <li className="flex items-center gap-1.5">
          <CellMark state="none" /> Not given
        </li>
      </ul>
      <p id="matrix-keys">
        Arrow keys, Page Up, Page Down, Home and End move about
        {mayChange ? '; Enter or a click gives or takes a permission, after showing whom it concerns' : ''}.
      </p>
    </div>
  );
}
