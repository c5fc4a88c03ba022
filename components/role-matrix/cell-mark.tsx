import { Check, CornerDownRight } from 'lucide-react';

export type CellState = 'direct' | 'inherited' | 'none';

/** A tick in a filled square, an arrow in a dashed one, or a dot: told apart without colour. */
export function CellMark({ state }: { state: CellState }) {
  if (state === 'direct') {
    return (
      <span className="inline-flex size-5 items-center justify-center rounded-sm border border-accent bg-accent text-on-accent">
        <Check aria-hidden="true" size={14} strokeWidth={3} />
      </span>
    );
  }
  if (state === 'inherited') {
    return (
      <span className="inline-flex size-5 items-center justify-center rounded-sm border border-dashed border-line-strong text-quiet">
        <CornerDownRight aria-hidden="true" size={13} />
      </span>
    );
  }
  return (
    <span className="inline-flex size-5 items-center justify-center">
      <span className="size-1 rounded-full bg-line-strong" />
    </span>
  );
}
