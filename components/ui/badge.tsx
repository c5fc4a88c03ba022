import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type Tone, toneSurface } from './tone';

/** A word in a frame: a role, a feature, a kind. For a state use `Status`, which has an icon. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const surface = tone === 'neutral' ? undefined : toneSurface[tone];
  // A name that is cut off can still be read.
  const title = typeof children === 'string' && children.length > 18 ? children : undefined;
  return (
    <span title={title} className={classNames('badge', surface)}>
      {children}
    </span>
  );
}
