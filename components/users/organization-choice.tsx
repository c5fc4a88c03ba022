import Link from 'next/link';
import type { UserMembership } from '@/lib/features/users/schema';
import { withSearch } from '@/lib/paths';

type Props = { path: string; memberships: UserMembership[]; chosen: string };

/** At which organization: links, so that each has an address. Nothing to choose from one. */
export function OrganizationChoice({ path, memberships, chosen }: Props) {
  if (memberships.length < 2) return null;
  return (
    <nav aria-label="Organizations of this user" className="mb-5">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {memberships.map(({ organizationId, organizationName }) => (
          <li key={organizationId} className="max-w-full">
            <Link
              href={withSearch(path, { organization: organizationId })}
              prefetch={false}
              aria-current={organizationId === chosen ? 'page' : undefined}
              className={`wrap-anywhere ${organizationId === chosen ? 'font-medium' : 'text-link'}`}
            >
              <bdi>{organizationName ?? organizationId}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
