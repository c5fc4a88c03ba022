import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ChangeHistory } from '@/lib/features/snapshots/schema';

/** How much is known of a thing's history, and how fresh it is. */
export function SnapshotAge({ seen }: { seen: NonNullable<ChangeHistory['seen']> }) {
  return (
    <Facts
      facts={[
        {
          term: seen.isGone ? 'Last seen' : 'Last looked at',
          value: (
            <>
              <RelativeTime time={seen.last} />
              {seen.isGone ? ', and gone since' : ''}
            </>
          ),
        },
        { term: 'As it is now since', value: <RelativeTime time={seen.unchangedSince} /> },
        {
          term: 'Known since',
          value: (
            <>
              <RelativeTime time={seen.first} />. What it was before that is not known.
            </>
          ),
        },
      ]}
    />
  );
}
