import type { Metadata } from 'next';
import { CustomerPageSection } from '@/components/customer-page/customer-page-section';
import { SessionPolicy } from '@/components/organization-settings/session-policy';
import { UserLimit } from '@/components/organization-settings/user-limit';
import { DangerZone } from '@/components/organizations/danger-zone';
import { OrganizationDetails } from '@/components/organizations/organization-details';
import { OrganizationFeatures } from '@/components/organizations/organization-features';
import { OrganizationMetadata } from '@/components/organizations/organization-metadata';
import { ErrorPanel } from '@/components/ui/error-panel';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import type { Result } from '@/lib/errors';
import { getCustomerPage } from '@/lib/features/customer-page/queries';
import { effectivePolicy } from '@/lib/features/organization-settings/effective';
import {
  getApplicationSessionPolicy,
  getSessionPolicy,
  getUserLimit,
} from '@/lib/features/organization-settings/queries';
import type {
  ApplicationSessionPolicy,
  SessionPolicy as OwnPolicy,
} from '@/lib/features/organization-settings/schema';
import { getOrganization } from '@/lib/features/organizations/queries';
import { isMailConfigured } from '@/lib/mail';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Settings' };

/** Everything of an organization that can be set, and its end. A part that cannot be read says so and leaves the others. */
export default async function SettingsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/settings'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const about = { environment, organizationId };
  const [organization, policy, application, userLimit, customerPage] = await Promise.all([
    settle(getOrganization(environment, { organizationId })),
    settle(getSessionPolicy(environment, { organizationId })),
    settle(getApplicationSessionPolicy(environment, { organizationId })),
    settle(getUserLimit(environment, { organizationId })),
    settle(getCustomerPage(environment, { organizationId })),
  ]);
  const retryHref = paths.organizationSettings(environment, organizationId);
  if (!organization.ok) {
    return (
      <ErrorPanel
        title="This organization could not be read."
        error={organization.error}
        retryHref={retryHref}
      />
    );
  }
  const { data } = organization;
  const mayUpdate = can(principal, 'organization.update');
  return (
    <>
      <OrganizationDetails organization={data} mayUpdate={mayUpdate} />
      <OrganizationFeatures environment={environment} organization={data} mayUpdate={mayUpdate} />
      <SessionPolicy
        {...about}
        policy={withEffective(policy, application)}
        application={application}
        featureOn={data.features.includes('session_policy')}
        mayChange={can(principal, 'organization.change_session_policy')}
        retryHref={retryHref}
      />
      <UserLimit
        {...about}
        userLimit={userLimit}
        mayChange={can(principal, 'organization.change_user_limit')}
        retryHref={retryHref}
      />
      <CustomerPageSection
        {...about}
        page={customerPage}
        maySwitch={can(principal, 'customer_page.switch')}
        hasMail={isMailConfigured()}
        retryHref={retryHref}
      />
      <OrganizationMetadata environment={environment} organization={data} mayUpdate={mayUpdate} />
      {can(principal, 'organization.delete') ? (
        <DangerZone environment={environment} organization={data} />
      ) : null}
    </>
  );
}

function withEffective(policy: Result<OwnPolicy>, application: Result<ApplicationSessionPolicy>) {
  if (!policy.ok) return policy;
  const effective = effectivePolicy(policy.data, application.ok ? application.data : null);
  return { ok: true as const, data: { ...policy.data, effective } };
}
