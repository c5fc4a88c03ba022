import { Badge } from '@/components/ui/badge';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { StaffDetail } from '@/lib/features/staff/schema';
import { originLabels } from './words';

/** What is known of somebody of the staff. */
export function StaffFacts({ person }: { person: StaffDetail }) {
  return (
    <Facts
      facts={[
        {
          term: 'Role',
          value: (
            <>
              <Badge>{person.role}</Badge> <span className="text-quiet">{originLabels[person.origin]}</span>
            </>
          ),
        },
        { term: 'Last seen', value: <RelativeTime time={person.lastSeenAt} missing="never" /> },
        { term: 'Last sign-in', value: <RelativeTime time={person.lastSignInAt} missing="never" /> },
        { term: 'Known since', value: <RelativeTime time={person.createdAt} /> },
        ...(person.isActive
          ? []
          : [{ term: 'Deactivated', value: <RelativeTime time={person.deactivatedAt} /> }]),
      ]}
    />
  );
}
