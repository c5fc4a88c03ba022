import type { Metadata } from 'next';
import { AssignedCustomers } from '@/components/staff/assigned-customers';
import {
  AssignCustomersDialog,
  ChangeRoleDialog,
  DeactivateDialog,
  ReactivateDialog,
  RevokeSessionDialog,
} from '@/components/staff/dialogs';
import { StaffFacts } from '@/components/staff/staff-facts';
import { StaffHeader } from '@/components/staff/staff-header';
import { StaffSessions } from '@/components/staff/staff-sessions';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { getStaff, listAssignedCustomers } from '@/lib/features/staff/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Staff' };

/** Somebody of the staff: what they may do, for whom, and where they are signed in. */
export default async function StaffPersonPage(props: PageProps<'/[environment]/admin/staff/[staffId]'>) {
  const { environment, staffId } = await props.params;
  const [staff, customers] = await Promise.all([
    settle(getStaff(environment, { staffId })),
    settle(listAssignedCustomers(environment, { staffId })),
  ]);
  const path = paths.adminPerson(environment, staffId);
  if (!staff.ok) {
    return (
      <>
        <PageHeader title="Staff" />
        <ErrorPanel title="This person could not be read." error={staff.error} retryHref={path} />
      </>
    );
  }
  const person = staff.data;
  const about = { environment, person };
  return (
    <>
      <StaffHeader {...about} />
      <WithRail rail={<StaffFacts person={person} />}>
        <AssignedCustomers {...about} customers={customers} retryHref={path} />
        <StaffSessions person={person} />
      </WithRail>
      <ChangeRoleDialog {...about} />
      <AssignCustomersDialog {...about} customers={customers.ok ? customers.data : []} />
      <RevokeSessionDialog {...about} />
      <DeactivateDialog {...about} />
      <ReactivateDialog {...about} />
    </>
  );
}
