import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { StaffLog } from './staff-log';

export const metadata: Metadata = { title: 'Staff activity' };

/** Every act of the staff in this environment. */
export default async function StaffLogPage(props: PageProps<'/[environment]/activity/staff-log'>) {
  const { environment } = await props.params;
  return (
    <>
      <PageHeader title="Staff activity">
        Every write, before it leaves and with its outcome, and every refusal.
      </PageHeader>
      <StaffLog
        environment={environment}
        path={paths.staffLog(environment)}
        search={await props.searchParams}
      />
    </>
  );
}
