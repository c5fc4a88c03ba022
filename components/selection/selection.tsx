'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type Chosen = {
  ids: readonly string[];
  has: (id: string) => boolean;
  set: (ids: readonly string[], on: boolean) => void;
  all: readonly string[];
};

const SelectionContext = createContext<Chosen | null>(null);

/** Rows that can be chosen: around the table and the bar. Rows that leave the page leave the selection. */
export function Selection({ all, children }: { all: string[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const value = useMemo(
    () => ({
      all,
      ids: all.filter((id) => chosen.has(id)),
      has: (id: string) => chosen.has(id),
      set: (ids: readonly string[], on: boolean) =>
        setChosen((now) => {
          const next = new Set(now);
          for (const id of ids)
            if (on) next.add(id);
            else next.delete(id);
          return next;
        }),
    }),
    [all, chosen],
  );
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

/** What is chosen, inside of `Selection`. */
export function useSelection(): Chosen {
  const value = useContext(SelectionContext);
  if (!value) throw new Error('There is no Selection around this');
  return value;
}
