import type { Metadata } from 'next';
import { ApprovalTable } from '@/components/approvals/approval-table';
import { ApproveDialog, RefuseDialog, WithdrawDialog } from '@/components/approvals/dialogs';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { getApprovalSwitch, listApprovals } from '@/lib/features/approvals/queries';
import { approvalPageSize } from '@/lib/features/approvals/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Approvals' };

/** Who asked for a second person, and what was decided. */
export default async function ApprovalsPage(props: PageProps<'/[environment]/approvals'>) {
  const { environment } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const [isOn, list] = await Promise.all([
    settle(getApprovalSwitch(environment, {})),
    settle(listApprovals(environment, { pageToken: position.cursor })),
  ]);
  const path = paths.approvals(environment);
  const rows = list.ok ? list.data.rows : [];
  return (
    <>
      <PageHeader title="Approvals">
        What is gone for good, and what lets somebody act as a person, needs a second person where an
        administrator has switched that on.
        {isOn.ok ? ` It is ${isOn.data ? 'on' : 'off'} in ${environment}.` : null}
      </PageHeader>
      {!list.ok ? (
        <ErrorPanel title="The requests could not be read." error={list.error} retryHref={path} />
      ) : rows.length === 0 ? (
        <EmptyState title="No requests">
          Somebody who does what needs a second person makes one by sending its form.
        </EmptyState>
      ) : (
        <>
          <ApprovalTable environment={environment} rows={rows} />
          <Pagination {...pageLinks(path, {}, list.data, position, approvalPageSize)} />
        </>
      )}
      <ApproveDialog environment={environment} rows={rows} />
      <RefuseDialog environment={environment} rows={rows} />
      <WithdrawDialog environment={environment} rows={rows} />
    </>
  );
}
