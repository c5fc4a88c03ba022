import type { ComponentProps } from 'react';
import { classNames } from './class-names';

type TableProps = ComponentProps<'table'> & {
  /** What the table lists; read by screen readers. */
  label: string;
};

/**
 * A list of things. The header sticks below the top bar; on a phone the table scrolls sideways in its own region.
 * The first cell of a row holds its `RowLink`, which `j` and `k` walk.
 */
export function Table({ label, className, ...rest }: TableProps) {
  return (
    <div className="table-region -mx-4 max-md:overflow-x-auto md:-mx-3">
      <table
        aria-label={label}
        className={classNames(
          'data-table w-full border-separate border-spacing-0 text-left text-table',
          className,
        )}
        {...rest}
      />
    </div>
  );
}

/** The row of column headers. It sticks as a whole: every cell that sticks by itself is a layer of its own to draw. */
export function TableHead({ children }: ComponentProps<'thead'>) {
  return (
    <thead className="sticky top-0 z-1 md:top-(--sticky-top)">
      <tr>{children}</tr>
    </thead>
  );
}

export function Th({ className, scope = 'col', ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope={scope}
      className={classNames(
        'h-9 border-b border-line bg-canvas px-3 font-medium whitespace-nowrap text-quiet max-md:first:pl-4',
        className,
      )}
      {...rest}
    />
  );
}

/** A row; its look is `.data-table`'s. */
export function Tr(props: ComponentProps<'tr'>) {
  return <tr {...props} />;
}

type TdProps = ComponentProps<'td'> & {
  /** Ids, times and other things that are looked up, not read. */
  quiet?: boolean;
};

/** A cell; its look is `.data-table`'s. */
export function Td({ quiet = false, className, ...rest }: TdProps) {
  return <td className={classNames(quiet && 'quiet', className) || undefined} {...rest} />;
}
