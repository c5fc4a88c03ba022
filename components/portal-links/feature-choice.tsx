import { ChoiceField } from '@/components/forms/choice-field';
import { type PortalFeature, portalFeatureLabels, portalFeatures } from '@/lib/features/portal-links/schema';

/** What the link opens. A feature that is off is said to be: Scalekit refuses to make a link for it. */
export function FeatureChoice({ enabled }: { enabled: PortalFeature[] | null }) {
  return (
    <ChoiceField
      name="features"
      label="What it opens"
      pick="many"
      options={portalFeatures.map((feature) => ({
        value: feature,
        label: portalFeatureLabels[feature],
        hint: enabled?.includes(feature) === false ? 'Switched off for this organization.' : undefined,
      }))}
    />
  );
}
