import type { Metadata } from 'next';
import { CheckChain } from '@/components/staff-log/check-chain';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { StaffLog } from './staff-log';

export const metadata: Metadata = { title: 'Staff activity' };

/** Every act of the staff in this environment. */
export default async function StaffLogPage(props: PageProps<'/[environment]/activity/staff-log'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const mayVerify = can(principal, 'staff_log.verify') && principal.customers === 'all';
  return (
    <>
      <PageHeader title="Staff activity">
        Every write, before it leaves and with its outcome, and every refusal.
      </PageHeader>
      {mayVerify ? <CheckChain environment={environment} /> : null}
      <StaffLog
        environment={environment}
        path={paths.staffLog(environment)}
        search={await props.searchParams}
      />
    </>
  );
}
