import { FailedSignIns } from '@/components/desk/failed-sign-ins';
import { OnboardingSection } from '@/components/onboarding/onboarding-section';
import { OrganizationFacts } from '@/components/organizations/organization-facts';
import { OrganizationMetadata } from '@/components/organizations/organization-metadata';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listFailedOf } from '@/lib/features/desk/failed-of';
import { listExpiring, listExpiringCertificates } from '@/lib/features/expiry/queries';
import { listNotes, listTicketLinks } from '@/lib/features/notes/queries';
import { recentNotes } from '@/lib/features/notes/schema';
import { getOnboarding } from '@/lib/features/onboarding/queries';
import { getOrganization } from '@/lib/features/organizations/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../as-code';
import { OrganizationExpiry } from './organization-expiry';
import { RecentNotes } from './recent-notes';

/** How far an organization is, what of it runs out, what we wrote about it, and the facts that a ticket asks for. */
export default async function OrganizationPage(
  props: PageProps<'/[environment]/organizations/[organizationId]'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const of = { environment, organizationId };
  const retryHref = paths.organization(environment, organizationId);
  // Started with the others and not waited for: it takes a second answer.
  const certificates = settle(listExpiringCertificates(environment, { organizationId }));
  const [organization, onboarding, expiring, notes, links, failed] = await Promise.all([
    settle(getOrganization(environment, { organizationId })),
    settle(getOnboarding(environment, { organizationId })),
    settle(listExpiring(environment, { organizationId })),
    settle(listNotes(environment, { organizationId, size: recentNotes })),
    settle(listTicketLinks(environment, { organizationId })),
    settle(listFailedOf(environment, { organizationId })),
  ]);
  if (!organization.ok) {
    return (
      <ErrorPanel
        title="This organization could not be read."
        error={organization.error}
        retryHref={retryHref}
      />
    );
  }
  const mayUpdate = can(principal, 'organization.update');
  const counts = expiring.ok ? expiring.data : null;
  return (
    <WithRail
      rail={<OrganizationFacts environment={environment} organization={organization.data} counts={counts} />}
    >
      <OnboardingSection {...of} onboarding={onboarding} retryHref={retryHref} />
      <OrganizationExpiry {...of} expiring={expiring} certificates={certificates} />
      <FailedSignIns {...of} failed={failed} />
      <RecentNotes {...of} notes={notes} links={links} principal={principal} />
      <OrganizationMetadata
        environment={environment}
        organization={organization.data}
        mayUpdate={mayUpdate}
      />
      <AsCode
        environment={environment}
        calls={[{ operation: 'organizations.getOrganization', input: { id: organizationId } }]}
      />
    </WithRail>
  );
}
