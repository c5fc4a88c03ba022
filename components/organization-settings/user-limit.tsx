import Link from 'next/link';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { type Fact, Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { Result } from '@/lib/errors';
import type { UserLimit as Limit } from '@/lib/features/organization-settings/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { EditUserLimitDialog } from './dialogs';

type Props = {
  environment: string;
  organizationId: string;
  userLimit: Result<Limit>;
  mayChange: boolean;
  retryHref: string;
};

/** How many users may belong to the organization, beside how many do. */
export function UserLimit({ userLimit, mayChange, retryHref, ...about }: Props) {
  const edit = mayChange && userLimit.ok && (
    <DialogLink dialog="user-limit" variant="secondary" size="small">
      Edit user limit
    </DialogLink>
  );
  return (
    <Section
      title="User limit"
      description="Active members and open invitations count. Invitations that expired do not."
      action={edit}
    >
      {userLimit.ok ? (
        <Facts facts={factsOf(userLimit.data, paths.members(about.environment, about.organizationId))} />
      ) : (
        <ErrorPanel title="The user limit could not be read." error={userLimit.error} retryHref={retryHref} />
      )}
      {mayChange && userLimit.ok ? <EditUserLimitDialog {...about} current={userLimit.data} /> : null}
    </Section>
  );
}

function factsOf({ limit, members }: Limit, membersHref: string): Fact[] {
  const facts: Fact[] = [
    { term: 'Limit', value: limit === null ? 'none' : `${formatCount(limit)} users` },
    {
      term: 'Now',
      value:
        members === null ? (
          'could not be counted'
        ) : (
          <>
            {formatCount(members)}{' '}
            <Link href={membersHref} prefetch={false} className="text-link">
              in the list of members
            </Link>
            , expired invitations included
          </>
        ),
    },
  ];
  // The list counts more than the limit does, so below it there is surely room; at it there may not be.
  if (limit !== null && members !== null) {
    facts.push({
      term: 'Room',
      value:
        members < limit ? (
          <Status tone="success">{`for ${formatCount(limit - members)} more at least`}</Status>
        ) : (
          <Status tone="warning">none, unless invitations expired</Status>
        ),
    });
  }
  return facts;
}
