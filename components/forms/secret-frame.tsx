'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

type Props = {
  /** What it is: "API key". */
  what: string;
  secret: string;
  /** Another act on it, beside copying. */
  beside?: ReactNode;
  /** Hidden until somebody asks: for one of several, which is mostly copied. */
  masked?: boolean;
};

/** A secret in its frame, to be copied. Tests and the search for leaks know it by `data-secret`. */
export function SecretFrame({ what, secret, beside, masked = false }: Props) {
  const [hidden, setHidden] = useState(masked);
  return (
    <div className="rounded border-2 border-accent bg-sunken p-3">
      {hidden ? (
        <p className="font-mono text-table text-quiet">
          <span aria-hidden="true">•••••••••••• </span>
          {secret.length.toLocaleString('en')} characters, hidden
        </p>
      ) : (
        <code data-secret="" translate="no" className="block font-mono text-table break-all select-all">
          {secret}
        </code>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton labelled text={secret} what={what} />
        {masked ? (
          <Button aria-label={`${hidden ? 'Show' : 'Hide'} ${what}`} onClick={() => setHidden(!hidden)}>
            {hidden ? 'Show' : 'Hide'}
          </Button>
        ) : null}
        {beside}
      </div>
    </div>
  );
}
