import { RelativeTime } from '@/components/ui/relative-time';
import type { FreezeView } from '@/lib/features/freeze/schema';

/** Why it was frozen, by whom, when and until when. */
export function FreezeWords({ freeze }: { freeze: FreezeView }) {
  const { reason, startedAt, startedByEmail, endsAt } = freeze;
  return (
    <>
      <p className="wrap-anywhere">
        <bdi>{reason}</bdi>
      </p>
      <p className="mt-1 wrap-anywhere">
        Frozen by <bdi>{startedByEmail}</bdi> <RelativeTime time={startedAt} />.{' '}
        {endsAt ? (
          <>
            It ends <RelativeTime time={endsAt} />.
          </>
        ) : (
          'It lasts until an administrator ends it.'
        )}
      </p>
    </>
  );
}
