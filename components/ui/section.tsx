import type { ReactNode } from 'react';

type Props = { title: string; description?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page: a heading with an edge below, an act on its right, and the content. */
export function Section({ title, description, action, children }: Props) {
  return (
    <section className="mt-8 first:mt-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line pb-2">
        <div className="min-w-0">
          <h2 className="text-base wrap-anywhere">{title}</h2>
          {description ? <p className="measure mt-0.5 text-table text-quiet">{description}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
