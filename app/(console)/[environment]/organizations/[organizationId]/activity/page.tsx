import type { Metadata } from 'next';
import { Timeline } from '@/app/(console)/[environment]/activity/timeline';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Activity' };

/** What happened to this organization, here and elsewhere, and who opened its portal links. */
export default async function OrganizationActivityPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/activity'>,
) {
  const { environment, organizationId } = await props.params;
  const path = paths.organizationActivity(environment, organizationId);
  return (
    <Timeline
      environment={environment}
      path={path}
      search={await props.searchParams}
      organizationId={organizationId}
    />
  );
}
