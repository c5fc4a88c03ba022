import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type Tone, toneSurface } from './tone';

/** A word in a frame: a role, a feature, a kind. For a state use `Status`, which has an icon. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        toneSurface[tone],
      )}
    >
      {children}
    </span>
  );
}
