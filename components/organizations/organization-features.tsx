import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import {
  featureLabels,
  type OrganizationDetail,
  organizationFeatures,
} from '@/lib/features/organizations/schema';
import { DisableFeatureDialog } from './dialogs';
import { FeatureSwitch } from './feature-switch';

type Props = { environment: string; organization: OrganizationDetail; mayUpdate: boolean };

/** What the organization may use. Without the right to change it, each reads as a state. */
export function OrganizationFeatures({ environment, organization, mayUpdate }: Props) {
  return (
    <Section
      title="Features"
      description="What this customer may set up. A portal link can only offer what is on."
    >
      <ul className="flex flex-col gap-3">
        {organizationFeatures.map((feature) => {
          const enabled = organization.features.includes(feature);
          return (
            <li key={feature}>
              {mayUpdate ? (
                <FeatureSwitch
                  environment={environment}
                  organizationId={organization.id}
                  feature={feature}
                  enabled={enabled}
                />
              ) : (
                <span className="flex items-center justify-between gap-4">
                  {featureLabels[feature]}
                  <Status tone={enabled ? 'success' : 'neutral'}>{enabled ? 'On' : 'Off'}</Status>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {mayUpdate ? <DisableFeatureDialog environment={environment} organization={organization} /> : null}
    </Section>
  );
}
