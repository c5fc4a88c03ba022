import type { Metadata } from 'next';
import { MemberTable } from '@/components/members/member-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listMembers } from '@/lib/features/members/queries';
import { memberPageSize } from '@/lib/features/members/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Members' };

/** Who belongs to the organization. */
export default async function MembersPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/members'>,
) {
  const { environment, organizationId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  await requirePagePrincipal(environment);
  const path = paths.members(environment, organizationId);
  const list = await settle(listMembers(environment, { organizationId, pageToken: position.cursor }));
  if (!list.ok)
    return <ErrorPanel title="The members could not be read." error={list.error} retryHref={path} />;
  if (list.data.rows.length === 0) {
    return (
      <EmptyState title="No members">
        Members arrive by invitation, through the customer’s directory, or at their first sign-in.
      </EmptyState>
    );
  }
  return (
    <>
      <MemberTable environment={environment} organizationId={organizationId} rows={list.data.rows} />
      <Pagination {...pageLinks(path, {}, list.data, position, memberPageSize)} />
    </>
  );
}
