import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

type Props = {
  /** What it is: "API key". */
  what: string;
  secret: string;
  /** Another act on it, beside copying. */
  beside?: ReactNode;
};

/** A secret in its frame, to be copied. Tests and the search for leaks know it by `data-secret`. */
export function SecretFrame({ what, secret, beside }: Props) {
  return (
    <div className="rounded border-2 border-accent bg-sunken p-3">
      <code data-secret="" translate="no" className="block font-mono text-table break-all select-all">
        {secret}
      </code>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton labelled text={secret} what={what} />
        {beside}
      </div>
    </div>
  );
}
