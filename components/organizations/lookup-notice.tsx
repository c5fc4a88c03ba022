import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import type { Result } from '@/lib/errors';
import { isolate } from '@/lib/isolate';

type Props = {
  /** What was asked for in the top bar. */
  lookup: string;
  found: Result<unknown>;
  retryHref: string;
};

/** Why a look-up led to no customer; a hit never gets here. */
export function LookupNotice({ lookup, found, retryHref }: Props) {
  if (!found.ok) return <ErrorPanel title="The look-up failed." error={found.error} retryHref={retryHref} />;
  return (
    <Notice tone="info" title={`No organization has the id or external id “${isolate(lookup)}”.`}>
      Scalekit finds by the whole value only; capital letters count.
    </Notice>
  );
}
