import type { ReactNode } from 'react';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';

type Props = {
  /** What could not be read: "The app connections". */
  what: string;
  environment: string;
  error: ErrorView;
  retryHref: string;
  /** What works without it. */
  children: ReactNode;
};

/**
 * In place of a list from a preview operation. An environment may refuse such an operation for good: that is said plainly,
 * with what works without it. Any other failure reads as everywhere.
 */
export function RefusedList({ what, environment, error, retryHref, children }: Props) {
  if (!isRefusal(error)) {
    return <ErrorPanel title={`${what} could not be read.`} error={error} retryHref={retryHref} />;
  }
  return (
    <Notice tone="warning" title={`${what} cannot be listed in ${environment}`} requestId={error.requestId}>
      <p>
        The list is a preview operation of Scalekit, and this environment refuses it. Trying again does not
        help; who looks after the account at Scalekit can have it switched on.
      </p>
      <p className="mt-1">{children}</p>
      <p className="mt-1 text-quiet">{error.message}</p>
    </Notice>
  );
}

/** A refusal of Scalekit's: our own carry no request id. */
function isRefusal({ code, message, requestId }: ErrorView): boolean {
  if (!requestId) return false;
  return (
    code === 'forbidden' || (code === 'unavailable' && message.startsWith('Scalekit does not offer this'))
  );
}
