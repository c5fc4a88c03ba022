import { ChangeList } from '@/components/snapshots/change-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { Configuration } from '@/lib/features/doctor/evidence';
import { changesShown } from '@/lib/features/doctor/schema';

/** What snapshots know of recent changes of the customer's configuration, and how far they go back. */
export function RecentChanges({ configuration: { changes, seen } }: { configuration: Configuration }) {
  return (
    <Section title="What changed lately">
      {changes.length > 0 ? <ChangeList entries={changes.slice(0, changesShown)} showName /> : null}
      <p className="measure mt-3 text-table text-quiet">
        {seen && changes.length === 0 ? 'No change of the configuration was seen in the last 90 days. ' : ''}
        {changes.length > changesShown ? 'Older ones stand on the customer’s page of changes. ' : ''}
        {seen ? (
          <>
            Snapshots go back to <RelativeTime time={seen.first} />; the last look was{' '}
            <RelativeTime time={seen.last} />. What changed before the first is not known.
          </>
        ) : (
          'There is no snapshot yet: what changed before now is not known.'
        )}
      </p>
    </Section>
  );
}
