'use server';
import { organizationsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { unitCodes } from './rows';
import { sessionPolicyInput, userLimitInput } from './schema';

/** PATCH /organizations/{id}/session-policy: limits of its own, or back to the application's. */
export const updateSessionPolicy = defineAction({
  permission: 'organization.change_session_policy',
  input: sessionPolicyInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, limits }, { scalekit }) => {
    const { APPLICATION, CUSTOM } = organizationsPb.SessionPolicyType;
    await scalekit.organizations.updateOrganizationSessionPolicy(
      limits === null
        ? { organizationId, policySource: APPLICATION }
        : {
            organizationId,
            policySource: CUSTOM,
            absoluteSessionTimeout: limits.absolute.amount,
            absoluteSessionTimeoutUnit: unitCodes[limits.absolute.unit],
            idleSessionTimeoutEnabled: limits.idle !== null,
            // The API wants them left out while inactivity does not count.
            idleSessionTimeout: limits.idle?.amount,
            idleSessionTimeoutUnit: limits.idle ? unitCodes[limits.idle.unit] : undefined,
          },
    );
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: ({ limits }) =>
      limits === null
        ? { source: 'application' }
        : {
            source: 'custom',
            absolute: `${limits.absolute.amount} ${limits.absolute.unit}`,
            idle: limits.idle ? `${limits.idle.amount} ${limits.idle.unit}` : 'off',
          },
  },
});

/** PATCH /organizations/{id}/settings/usermanagement. No limit is sent as 0: what is left out might stay as it was. */
export const updateUserLimit = defineAction({
  permission: 'organization.change_user_limit',
  input: userLimitInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, maxAllowedUsers }, { scalekit }) => {
    await scalekit.organizations.upsertUserManagementSettings({
      organizationId,
      settings: { maxAllowedUsers: maxAllowedUsers ?? 0 },
    });
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: ({ maxAllowedUsers }) => ({ maxAllowedUsers }),
  },
});
