import { classNames } from './class-names';

/** A grey bar in place of words that are on their way. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={classNames('block h-3 animate-pulse rounded-sm bg-hover', className)} />;
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3'];

/** As tall as the table that replaces it, so that nothing jumps. */
export function TableSkeleton({ rows = 12, columns = 4 }: { rows?: number; columns?: number }) {
  const cells = Array.from({ length: columns }, (_, column) => `column-${column}`);
  const lines = Array.from({ length: rows + 1 }, (_, line) => `line-${line}`);
  return (
    <div role="status" aria-label="Loading" className="md:-mx-3">
      {lines.map((line, index) => (
        <div key={line} className="flex h-9 items-center gap-6 border-b border-line px-3">
          {cells.map((cell, column) => (
            <span key={cell} className="flex-1">
              <Skeleton className={widths[(index + column) % widths.length]} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
