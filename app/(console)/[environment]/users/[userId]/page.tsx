import type { Metadata } from 'next';
import { z } from 'zod';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { EndAllSessionsDialog, EndSessionDialog } from '@/components/users/dialogs';
import { MembershipTable } from '@/components/users/membership-table';
import { SessionTable, sessionStatusWords } from '@/components/users/session-table';
import { UserFacts } from '@/components/users/user-facts';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getUser, listSessions } from '@/lib/features/users/queries';
import { sessionPageSize } from '@/lib/features/users/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'User' };

const statuses = ['active', 'expired', 'revoked', 'logout'] as const;
const searchSchema = listPosition.extend({
  status: z.enum(statuses).or(z.literal('')).default('').catch(''),
});

/** One person: who they are, where they belong, where they are signed in. */
export default async function UserPage(props: PageProps<'/[environment]/users/[userId]'>) {
  const { environment, userId } = await props.params;
  const { status, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.user(environment, userId);
  const [user, sessions] = await Promise.all([
    settle(getUser(environment, { userId })),
    settle(listSessions(environment, { userId, pageToken: position.cursor, status: status || undefined })),
  ]);
  const crumbs = [{ label: 'Users', href: paths.users(environment) }];
  if (!user.ok) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={userId} />
        <ErrorPanel title="This user could not be read." error={user.error} retryHref={path} />
      </>
    );
  }
  const { email, name, memberships } = user.data;
  const rows = sessions.ok ? sessions.data.rows : [];
  const mayRevoke = can(principal, 'session.revoke');
  const mayRevokeAll = can(principal, 'session.revoke_all');
  const about = { environment, userId };
  const chips = status
    ? [{ label: `Status is ${sessionStatusWords[status].label.toLowerCase()}`, removeHref: path }]
    : [];
  return (
    <>
      <PageHeader crumbs={crumbs} title={name ?? email} id={{ value: userId, what: 'user id' }} />
      <div className="mt-5">
        <WithRail rail={<UserFacts user={user.data} />}>
          <Section title="Memberships">
            {memberships.length === 0 ? (
              <EmptyState title="No membership">
                They have an account and belong to no organization.
              </EmptyState>
            ) : (
              <MembershipTable environment={environment} email={email} memberships={memberships} />
            )}
          </Section>
        </WithRail>
      </div>
      <div className="mt-8">
        <Section
          title="Sessions"
          action={
            mayRevokeAll ? (
              <DialogLink dialog="end-all" variant="secondary">
                End all sessions
              </DialogLink>
            ) : null
          }
        >
          <FilterBar chips={chips} clearHref={path} action={path}>
            <div>
              <label htmlFor="session-status" className="mb-1 block text-table font-medium">
                Status
              </label>
              <Select id="session-status" name="status" defaultValue={status} key={status} className="w-56">
                <option value="">Any</option>
                {statuses.map((one) => (
                  <option key={one} value={one}>
                    {sessionStatusWords[one].label}
                  </option>
                ))}
              </Select>
            </div>
          </FilterBar>
          {!sessions.ok ? (
            <ErrorPanel title="The sessions could not be read." error={sessions.error} retryHref={path} />
          ) : rows.length === 0 ? (
            <EmptyState title={status ? 'No session matches' : 'No sessions'}>
              A session begins with a sign-in and stays in this list after it has ended.
            </EmptyState>
          ) : (
            <>
              <SessionTable rows={rows} mayRevoke={mayRevoke} />
              <Pagination {...pageLinks(path, { status }, sessions.data, position, sessionPageSize)} />
            </>
          )}
        </Section>
      </div>
      {mayRevoke ? <EndSessionDialog {...about} rows={rows} /> : null}
      {mayRevokeAll ? <EndAllSessionsDialog {...about} email={email} /> : null}
    </>
  );
}
