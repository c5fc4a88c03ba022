import 'server-only';
import { defineQuery } from '@/lib/server/define-query';
import { loadOnboarding } from './load-onboarding';
import { onboardingInput } from './schema';

/**
 * How far an organization's set-up is, from its live state: five calls, all at once, whatever it holds.
 * A part that cannot be read leaves its steps unknown.
 * Source: organization, connections, domains, directories, first members; portal links from own records.
 */
export const getOnboarding = defineQuery({
  permission: 'onboarding.read',
  input: onboardingInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: ({ organizationId }, context) => loadOnboarding(organizationId, context),
});
