import { OrganizationFacts } from '@/components/organizations/organization-facts';
import { OrganizationMetadata } from '@/components/organizations/organization-metadata';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { countOrganizationImpact, getOrganization } from '@/lib/features/organizations/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** What an organization is: its metadata and the facts that a ticket asks for. */
export default async function OrganizationPage(
  props: PageProps<'/[environment]/organizations/[organizationId]'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const [organization, counts] = await Promise.all([
    settle(getOrganization(environment, { organizationId })),
    settle(countOrganizationImpact(environment, { organizationId })),
  ]);
  if (!organization.ok) {
    const retryHref = paths.organization(environment, organizationId);
    return (
      <ErrorPanel
        title="This organization could not be read."
        error={organization.error}
        retryHref={retryHref}
      />
    );
  }
  const mayUpdate = can(principal, 'organization.update');
  return (
    <WithRail
      rail={
        <OrganizationFacts
          environment={environment}
          organization={organization.data}
          counts={counts.ok ? counts.data : null}
        />
      }
    >
      <OrganizationMetadata
        environment={environment}
        organization={organization.data}
        mayUpdate={mayUpdate}
      />
    </WithRail>
  );
}
