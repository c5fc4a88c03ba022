import type { Metadata } from 'next';
import { z } from 'zod';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { EndAllSessionsDialog, EndSessionDialog, SessionDetailDialog } from '@/components/users/dialogs';
import { MembershipDialogs } from '@/components/users/membership-dialogs';
import { MembershipTable } from '@/components/users/membership-table';
import { SessionFilter } from '@/components/users/session-filter';
import { SessionTable } from '@/components/users/session-table';
import { UserFacts } from '@/components/users/user-facts';
import { UserMetadata } from '@/components/users/user-metadata-section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getUser, listSessions } from '@/lib/features/users/queries';
import { sessionPageSize } from '@/lib/features/users/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../as-code';

export const metadata: Metadata = { title: 'User' };

const statuses = ['active', 'expired', 'revoked', 'logout'] as const;
const day = z.iso.date().or(z.literal('')).default('').catch('');
const searchSchema = listPosition.extend({
  status: z.enum(statuses).or(z.literal('')).default('').catch(''),
  since: day,
  until: day,
});

/** One person: who they are, where they belong, where they are signed in. */
export default async function UserPage(props: PageProps<'/[environment]/users/[userId]'>) {
  const { environment, userId } = await props.params;
  const { status, since, until, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.user(environment, userId);
  const [user, sessions] = await Promise.all([
    settle(getUser(environment, { userId })),
    settle(
      listSessions(environment, {
        userId,
        pageToken: position.cursor,
        status: status || undefined,
        since: since || undefined,
        until: until || undefined,
      }),
    ),
  ]);
  if (!user.ok) {
    return <ErrorPanel title="This user could not be read." error={user.error} retryHref={path} />;
  }
  const { email, memberships, hidesMemberships } = user.data;
  const filters = { status, since, until };
  const rows = sessions.ok ? sessions.data.rows : [];
  // To a limited person a page may show nothing while others do.
  const hasMore = sessions.ok && (sessions.data.nextToken !== null || sessions.data.previousToken !== null);
  const isFiltered = Object.values(filters).some(Boolean);
  const mayRevoke = can(principal, 'session.revoke');
  const mayRevokeAll = can(principal, 'session.revoke_all');
  const about = { environment, userId };
  const rights = {
    add: can(principal, 'member.add'),
    resend: can(principal, 'member.resend_invitation'),
    changeRoles: can(principal, 'member.change_roles'),
    changeMetadata: can(principal, 'member.change_metadata'),
    remove: can(principal, 'member.remove'),
  };
  return (
    <>
      <div>
        <WithRail rail={<UserFacts user={user.data} />}>
          <Section
            title="Memberships"
            description={hidesMemberships ? 'Only those at customers assigned to you.' : undefined}
            action={
              rights.add ? (
                <DialogLink dialog="add" variant="secondary" size="small">
                  Add to an organization
                </DialogLink>
              ) : null
            }
          >
            {memberships.length === 0 ? (
              <EmptyState title="No membership">
                They have an account and belong to no organization.
              </EmptyState>
            ) : (
              <MembershipTable environment={environment} user={user.data} rights={rights} />
            )}
          </Section>
          <UserMetadata
            environment={environment}
            user={user.data}
            mayUpdate={can(principal, 'user.update')}
          />
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
          <SessionFilter path={path} filters={filters} />
          {!sessions.ok ? (
            <ErrorPanel title="The sessions could not be read." error={sessions.error} retryHref={path} />
          ) : rows.length === 0 ? (
            <EmptyState
              title={hasMore ? 'None on this page' : isFiltered ? 'No session matches' : 'No sessions'}
            >
              A session begins with a sign-in and stays in this list after it has ended.
            </EmptyState>
          ) : (
            <SessionTable rows={rows} mayRevoke={mayRevoke} />
          )}
          {sessions.ok && (rows.length > 0 || hasMore) ? (
            <Pagination {...pageLinks(path, filters, sessions.data, position, sessionPageSize)} />
          ) : null}
        </Section>
      </div>
      <AsCode
        environment={environment}
        calls={[
          { operation: 'users.getUser', input: { id: userId } },
          { operation: 'sessions.getUserSessions', input: { user_id: userId } },
        ]}
      />
      <MembershipDialogs environment={environment} user={user.data} rights={rights} />
      <SessionDetailDialog {...about} />
      {mayRevoke ? <EndSessionDialog {...about} rows={rows} /> : null}
      {mayRevokeAll ? <EndAllSessionsDialog {...about} email={email} /> : null}
    </>
  );
}
