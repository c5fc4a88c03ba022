import type { Metadata } from 'next';
import { StaffTable } from '@/components/staff/staff-table';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { listStaff } from '@/lib/features/staff/queries';
import { staffPageSize } from '@/lib/features/staff/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Staff' };

/** Who may use the console. */
export default async function StaffPage(props: PageProps<'/[environment]/admin/staff'>) {
  const { environment } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const path = paths.adminStaff(environment);
  const list = await settle(listStaff(environment, { pageToken: position.cursor }));
  return (
    <>
      <PageHeader title="Staff">
        Everybody who has signed in or was made ready to. A role that is set here wins over the issuer’s claim
        and the bootstrap list.
      </PageHeader>
      {list.ok ? (
        <>
          <StaffTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, {}, list.data, position, staffPageSize)} />
        </>
      ) : (
        <ErrorPanel title="The staff could not be read." error={list.error} retryHref={path} />
      )}
    </>
  );
}
