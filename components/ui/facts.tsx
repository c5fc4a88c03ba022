import type { ReactNode } from 'react';

export type Fact = { term: string; value: ReactNode };

/** Facts one below the other: the rail beside a page, or a block in it. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-2 text-table">
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="py-0.5 text-quiet">{term}</dt>
          <dd className="min-w-0 py-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A page of a main column and a narrow rail that stays in view. */
export function WithRail({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-8 wide:flex-row">
      <div className="min-w-0 flex-1">{children}</div>
      <aside className="wide:sticky wide:top-[calc(var(--sticky-top)+24px)] wide:w-72 wide:shrink-0 wide:self-start">
        {rail}
      </aside>
    </div>
  );
}
