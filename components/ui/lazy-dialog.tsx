'use client';

import { useSearchParams } from 'next/navigation';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { closeDialog, registerDialog } from './dialog-store';
import { readDialogSubject } from './dialog-url';

/** What every lazily loaded dialog gets besides its own props. */
export type LazyDialogProps = {
  /** What stands after the colon in `?dialog=revoke:apit_1`; empty when there is nothing. */
  subject: string;
  onClose: () => void;
};

type Load<Props> = () => Promise<{ default: ComponentType<Props & LazyDialogProps> }>;

/**
 * Makes the place where a dialog appears when the address asks for it; call it at module level.
 * The dialog's code, a module with the dialog as its default export, loads on intent or on opening.
 * Mount the place once in the page, outside of anything that comes and goes with the data (an empty state, a panel):
 * what replaces its parent also closes it, and a secret shown once would be lost.
 */
export function lazyDialog<Props extends object>(name: string, load: Load<Props>): ComponentType<Props> {
  const Body = lazy(load);
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each dialog, when its module loads
  return function DialogPlace(props: Props) {
    const subject = readDialogSubject(useSearchParams(), name);
    useEffect(() => registerDialog(name, load), []);
    if (subject === null) return null;
    return (
      <Suspense fallback={null}>
        <Body key={subject} {...props} subject={subject} onClose={closeDialog} />
      </Suspense>
    );
  };
}
