import { RelativeTime } from '@/components/ui/relative-time';
import type { DeskFreshness } from '@/lib/features/desk/schema';

/** How old what stands on the desk is. */
export function FreshnessLine({ freshness }: { freshness: DeskFreshness }) {
  const { index, events, logins, snapshots } = freshness;
  return (
    <p className="text-table text-quiet">
      Search index: <RelativeTime time={index} missing="not whole yet" />. Events read{' '}
      <RelativeTime time={events} missing="not yet" />, sign-ins{' '}
      <RelativeTime time={logins} missing="not yet" />. Customers looked at, the oldest{' '}
      <RelativeTime time={snapshots} missing="not yet" />.
    </p>
  );
}
