import type { Metadata } from 'next';
import { ClosedPage } from '@/components/customer/closed-page';
import { CustomerFrame } from '@/components/customer/customer-frame';
import { InviteDialog, RemoveDialog, ResendDialog } from '@/components/customer/dialogs';
import { MemberList } from '@/components/customer/member-list';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { readCustomer } from '@/lib/auth/customer-page';
import { customerPaths } from '@/lib/customer-paths';
import { listOwnMembers, listOwnRoles } from '@/lib/features/members/customer-queries';
import { memberPageSize } from '@/lib/features/members/schema';
import { getOwnLink } from '@/lib/features/portal-links/customer-queries';
import { listPosition, pageLinks } from '@/lib/page-links';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Members' };

/** The people of the customer's organization. */
export default async function OwnMembersPage(props: PageProps<'/customer/members'>) {
  const position = listPosition.parse(await props.searchParams);
  const reading = await readCustomer();
  if (reading.state !== 'open') return <ClosedPage reason={reading.state} />;
  const [link, list, roles] = await Promise.all([
    getOwnLink({}),
    settle(listOwnMembers({ pageToken: position.cursor })),
    settle(listOwnRoles({})),
  ]);
  const rows = list.ok ? list.data.rows : [];
  return (
    <CustomerFrame link={link}>
      <Section
        title="Members"
        description="The people who may sign in for your organization."
        action={
          <DialogLink dialog="invite" variant="primary">
            Invite a member
          </DialogLink>
        }
      >
        {!list.ok ? (
          <ErrorPanel
            title="The members could not be read."
            error={list.error}
            retryHref={customerPaths.members}
          />
        ) : rows.length === 0 ? (
          <EmptyState title="No members yet">
            Invite the first one here. With directory sync they arrive by themselves.
          </EmptyState>
        ) : (
          <>
            <MemberList rows={rows} />
            <Pagination {...pageLinks(customerPaths.members, {}, list.data, position, memberPageSize)} />
          </>
        )}
        <InviteDialog roles={roles.ok ? roles.data : null} />
        <ResendDialog rows={rows} />
        <RemoveDialog rows={rows} />
      </Section>
    </CustomerFrame>
  );
}
