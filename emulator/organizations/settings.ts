import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import { emitEvent } from '../events/emit';
import { organizationData } from '../events/payloads';
import type { Implementation } from '../service';
import { requireOrganization } from './find-organization';
import { toOrganization } from './messages';
import { type FeatureName, featureNames } from './rows';

type OrganizationOperations = Implementation<typeof services.organizations>;

/** Feature switches and the limit on users. */
export function organizationSettings(environment: Environment) {
  const { clock, store } = environment;
  return {
    updateOrganizationSettings({ id, settings }) {
      const current = requireOrganization(environment, id);
      const features = { ...current.features };
      for (const { name, enabled } of settings?.features ?? []) {
        if (!isFeatureName(name)) {
          throw invalidField('settings.features.name', `${name || 'it'} is not a feature`, 'string.in');
        }
        features[name] = enabled;
      }
      const row = store.organizations.put({ ...current, features, updatedAt: clock.now() });
      emitEvent(environment, {
        type: 'organization.updated',
        organizationId: id,
        data: organizationData(row),
      });
      return { organization: toOrganization(row) };
    },

    upsertUserManagementSettings({ organizationId, settings }) {
      const current = requireOrganization(environment, organizationId);
      const maxAllowedUsers = settings?.maxAllowedUsers;
      if (maxAllowedUsers !== undefined && maxAllowedUsers < 0) {
        throw invalidField('settings.max_allowed_users', 'must not be negative', 'int32.gte');
      }
      store.organizations.put({ ...current, maxAllowedUsers, updatedAt: clock.now() });
      return { settings: { maxAllowedUsers } };
    },

    getOrganizationUserManagementSetting({ organizationId }) {
      const { maxAllowedUsers } = requireOrganization(environment, organizationId);
      return { settings: { maxAllowedUsers } };
    },
  } satisfies OrganizationOperations;
}

function isFeatureName(name: string): name is FeatureName {
  return featureNames.some((known) => known === name);
}
