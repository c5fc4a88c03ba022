'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import {
  type SignInEvidence,
  type SignInWatch,
  watchAtMostMs,
  watchEveryMs,
} from '@/lib/features/certificate-rotation/schema';
import { formatExactTime, formatQuantity } from '@/lib/format';
import type { RotatedConnection } from './rotated-connection';

type Props = RotatedConnection & { since: string };

/** Waits for the proof that a rotation worked: the next good sign-in. A hidden tab does not ask. */
export function WatchSignIn(props: Props) {
  return (
    <LiveQueries>
      <Watch {...props} />
    </LiveQueries>
  );
}

function Watch({ environment, organizationId, connectionId, since }: Props) {
  const isOver = () => Date.now() - Date.parse(since) >= watchAtMostMs;
  const watch = useLiveQuery<SignInWatch>(
    'certificates.watch',
    environment,
    { organizationId, connectionId, since },
    { staleTime: 0, pollAfter: (last) => (last?.success || isOver() ? false : watchEveryMs) },
  );
  const again = (
    <Button size="small" pending={watch.isFetching} onClick={() => void watch.refetch()}>
      Look now
    </Button>
  );
  return (
    <div aria-live="polite" className="flex max-w-180 flex-col gap-3">
      {watch.error ? (
        <ErrorPanel title="The login log could not be read." error={watch.error} action={again} />
      ) : watch.data ? (
        <Seen watch={watch.data} isOver={isOver()} again={again} />
      ) : (
        <Skeleton className="h-16" />
      )}
    </div>
  );
}

type SeenProps = { watch: SignInWatch; isOver: boolean; again: React.ReactNode };

function Seen({ watch, isOver, again }: SeenProps) {
  const { success, failure, failures, underway, checkedAt, complete } = watch;
  return (
    <>
      {success ? (
        <Notice tone="success" title="A sign-in has worked since">
          <Evidence one={success} />
        </Notice>
      ) : (
        <Notice tone="info" title="No good sign-in yet">
          <p>
            {isOver
              ? 'Nobody is asked any more: two hours have passed.'
              : `The login log is asked every ${watchEveryMs / 1000} seconds while this tab is in view.`}{' '}
            Asked <RelativeTime time={checkedAt} />.
          </p>
          {underway > 0 ? (
            <p className="mt-1">
              {formatQuantity(underway, 'sign-in has', 'sign-ins have')} begun and not ended.
            </p>
          ) : null}
          <p className="mt-2">{again}</p>
        </Notice>
      )}
      {failure ? (
        <Notice tone="warning" title={`${formatQuantity(failures, 'sign-in')} failed since`}>
          <Evidence one={failure} />
          <p className="mt-1">
            The log does not say why. If the signature did not fit, the provider signs with another
            certificate than the one that was sent.
          </p>
        </Notice>
      ) : null}
      {complete ? null : (
        <p className="text-table text-quiet">
          The log holds more sign-ins since, of all customers, than were looked at: there may be others.
        </p>
      )}
    </>
  );
}

function Evidence({ one: { id, at, email } }: { one: SignInEvidence }) {
  return (
    <p>
      {email ?? 'Somebody who is not named'}, <RelativeTime time={at} /> ({formatExactTime(at)}).{' '}
      <code className="font-mono text-xs wrap-anywhere">{id}</code>
    </p>
  );
}
