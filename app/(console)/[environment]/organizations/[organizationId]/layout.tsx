import { headers } from 'next/headers';
import { after } from 'next/server';
import { Suspense } from 'react';
import { OrganizationHeader } from '@/components/organizations/organization-header';
import { OrganizationTabs } from '@/components/organizations/organization-tabs';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getOrganization } from '@/lib/features/organizations/queries';
import { noteVisit } from '@/lib/features/palette/marks';
import { readPin } from '@/lib/features/palette/queries';
import { settle } from '@/lib/server/settle';
import { Alarms } from '../../desk/alarms';

/** The head and the tabs of one organization. The head is a component of its own, so that the tab below reads meanwhile. */
export default async function OrganizationLayout(
  props: LayoutProps<'/[environment]/organizations/[organizationId]'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  return (
    <>
      <Header environment={environment} organizationId={organizationId} />
      <OrganizationTabs
        environment={environment}
        organizationId={organizationId}
        showActivity={can(principal, 'activity.read')}
      />
      <div className="mt-5">
        <Suspense>
          <Alarms environment={environment} organizationId={organizationId} />
        </Suspense>
        {props.children}
      </div>
    </>
  );
}

type HeaderProps = { environment: string; organizationId: string };

async function Header({ environment, organizationId }: HeaderProps) {
  const principal = await requirePagePrincipal(environment);
  const [organization, isPinned, isPrefetch] = await Promise.all([
    settle(getOrganization(environment, { organizationId })),
    settle(readPin(environment, { organizationId })),
    headers().then((sent) => sent.has('next-router-prefetch')),
  ]);
  if (organization.ok && !isPrefetch) {
    const { data } = organization;
    after(() => noteVisit(environment, principal.staffId, data));
  }
  return (
    <OrganizationHeader
      environment={environment}
      organizationId={organizationId}
      organization={organization.ok ? organization.data : null}
      isPinned={isPinned.ok ? isPinned.data : null}
      mayUpdate={can(principal, 'organization.update')}
      mayDelete={can(principal, 'organization.delete')}
      mayShare={can(principal, 'portal_link.create')}
    />
  );
}
