import type { OnboardingStep } from '@/lib/features/onboarding/schema';
import { paths } from '@/lib/paths';

/** The page on which a step is seen to. */
export function stepHref(environment: string, organizationId: string, step: OnboardingStep): string {
  const { place, placeId } = step;
  if (place === 'portal_links') return paths.portalLinks(environment, organizationId);
  if (place === 'domains') return paths.domains(environment, organizationId);
  if (place === 'connections')
    return placeId
      ? paths.connection(environment, organizationId, placeId)
      : paths.connections(environment, organizationId);
  return placeId
    ? paths.directory(environment, organizationId, placeId)
    : paths.directories(environment, organizationId);
}
