import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { type TimelineRow, UserTimeline } from '@/components/users/user-timeline';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listActsOnUser } from '@/lib/features/staff-log/queries';
import type { StaffLogRow } from '@/lib/features/staff-log/schema';
import { listSignInsInput, type SignInRow } from '@/lib/features/users/schema';
import { listUserSignIns } from '@/lib/features/users/sign-ins';
import { mergeByTime, type Stretch } from '@/lib/merge-by-time';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Timeline' };

const sources =
  'Sign-ins from Scalekit’s login log, by e-mail, and what was done here to this user. The log holds no reason of a failure. What was changed elsewhere is missing: Scalekit’s events cannot be filtered by user.';

/** A user's attempts to sign in and what staff did to them, in one order. A source that cannot be read says so. */
export default async function TimelinePage(props: PageProps<'/[environment]/users/[userId]/timeline'>) {
  const { environment, userId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const mayReadActs = can(principal, 'staff_log.read');
  // A time that is none reads as the first page.
  const { before } = listSignInsInput.shape.before
    .catch(undefined)
    .transform((before) => ({ before }))
    .parse((await props.searchParams).before);
  const [signIns, acts] = await Promise.all([
    settle(listUserSignIns(environment, { userId, before })),
    mayReadActs ? settle(listActsOnUser(environment, { userId, before })) : null,
  ]);
  const path = paths.userTimeline(environment, userId);
  const timeline = mergeByTime([
    ...(signIns.ok ? [ofSignIns(signIns.data)] : []),
    ...(acts?.ok ? [ofActs(acts.data)] : []),
  ]);
  return (
    <Section
      title="Timeline"
      action={
        <LinkButton href={withSearch(paths.activity(environment), { user: userId })} size="small">
          All activity
        </LinkButton>
      }
      description={mayReadActs ? sources : `${sources} Your role does not read what staff did.`}
    >
      {signIns.ok ? null : (
        <ErrorPanel title="The sign-ins could not be read." error={signIns.error} retryHref={path} />
      )}
      {acts?.ok === false ? (
        <ErrorPanel title="What was done here could not be read." error={acts.error} retryHref={path} />
      ) : null}
      {timeline.rows.length > 0 ? (
        <UserTimeline environment={environment} rows={timeline.rows} />
      ) : signIns.ok && timeline.before === null ? (
        <EmptyState title={before ? 'Nothing earlier' : 'Nothing yet'}>
          {acts?.ok
            ? 'No sign-in with this e-mail that you may see, and nothing done here to this user.'
            : 'No sign-in with this e-mail that you may see.'}
        </EmptyState>
      ) : null}
      {before || timeline.before ? (
        <nav aria-label="Pages" className="flex gap-2 py-3">
          {before ? (
            <LinkButton href={path} size="small">
              Newest
            </LinkButton>
          ) : null}
          {timeline.before ? (
            <LinkButton href={withSearch(path, { before: timeline.before })} rel="next" size="small">
              Earlier
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </Section>
  );
}

function ofSignIns({ rows, endsAt }: Stretch<SignInRow>): Stretch<TimelineRow> {
  return { endsAt, rows: rows.map((signIn) => ({ kind: 'sign-in', at: signIn.at, signIn })) };
}

function ofActs({ rows, endsAt }: Stretch<StaffLogRow>): Stretch<TimelineRow> {
  return { endsAt, rows: rows.map((act) => ({ kind: 'act', at: act.at, act })) };
}
