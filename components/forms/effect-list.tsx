import type { ReactNode } from 'react';

/** What an act takes along, an `<li>` each, in the frame that stands before every loss. */
export function EffectList({ children }: { children: ReactNode }) {
  return (
    <ul className="list-disc rounded border border-danger-line bg-danger-soft py-2.5 pr-3 pl-7">
      {children}
    </ul>
  );
}
