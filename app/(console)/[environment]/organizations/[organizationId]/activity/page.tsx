import type { Metadata } from 'next';
import { StaffLog } from '@/app/(console)/[environment]/activity/staff-log/staff-log';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Activity' };

/** What the staff did to this organization, and who opened its portal links. */
export default async function OrganizationActivityPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/activity'>,
) {
  const { environment, organizationId } = await props.params;
  const path = paths.organizationActivity(environment, organizationId);
  return (
    <StaffLog
      environment={environment}
      path={path}
      search={await props.searchParams}
      organizationId={organizationId}
    />
  );
}
