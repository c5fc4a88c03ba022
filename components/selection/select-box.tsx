'use client';

import { useSelection } from './selection';

const style = 'block size-4 accent-accent';
// The whole cell can be hit, 24 pixels at least.
const target = '-m-2 flex size-8 cursor-pointer items-center justify-center';

/** Chooses one row. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const { has, set } = useSelection();
  return (
    <label className={target}>
      <input
        type="checkbox"
        className={style}
        aria-label={`Choose ${label}`}
        checked={has(id)}
        onChange={(event) => set([id], event.target.checked)}
      />
    </label>
  );
}

/** Chooses every row of the page, or none. */
export function SelectAll({ noun }: { noun: string }) {
  const { all, ids, set } = useSelection();
  const some = ids.length > 0 && ids.length < all.length;
  return (
    <label className={target}>
      <input
        type="checkbox"
        className={style}
        aria-label={`Choose all ${noun} on this page`}
        checked={ids.length > 0 && !some}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        onChange={(event) => set(all, event.target.checked)}
      />
    </label>
  );
}
