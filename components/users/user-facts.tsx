import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import type { UserDetail } from '@/lib/features/users/schema';

/** What a ticket asks about a person. */
export function UserFacts({ user }: { user: UserDetail }) {
  const facts = [
    { term: 'E-mail', value: <span className="wrap-anywhere">{user.email}</span> },
    { term: 'E-mail verified', value: user.emailVerified ? 'Yes' : 'No' },
    { term: 'Given name', value: user.givenName ?? '–' },
    { term: 'Family name', value: user.familyName ?? '–' },
    { term: 'User name', value: user.preferredUsername ?? '–' },
    { term: 'Phone', value: user.phoneNumber ?? '–' },
    { term: 'Locale', value: user.locale ?? '–' },
    {
      term: 'External id',
      value: user.externalId ? <MonoId id={user.externalId} what="external id" /> : 'none',
    },
    { term: 'Gender', value: user.gender ?? '–' },
    { term: 'Picture', value: <span className="wrap-anywhere">{user.picture ?? 'none'}</span> },
    { term: 'Groups', value: <span className="wrap-anywhere">{user.groups.join(', ') || 'none'}</span> },
    { term: 'Last sign-in', value: <RelativeTime time={user.lastLoginAt} missing="none known" /> },
    { term: 'Created', value: <RelativeTime time={user.createdAt} /> },
    { term: 'Changed', value: <RelativeTime time={user.updatedAt} /> },
  ];
  return <Facts facts={facts} />;
}
