import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import { memberData, organizationData } from '../events/payloads';
import type { OrganizationRow } from '../organizations/rows';
import { defaultCreatorRole } from '../roles/defaults';
import { membershipId, type UserRow } from '../users/rows';

/** Makes an organization for somebody who belongs to none, with them as its founder. It has no name yet. */
export function signUp(environment: Environment, user: UserRow): OrganizationRow {
  const { clock, newId, store } = environment;
  const now = clock.now();
  const organization: OrganizationRow = store.organizations.put({
    id: newId('org'),
    createdAt: now,
    updatedAt: now,
    displayName: '',
    region: 'US',
    metadata: {},
    features: { sso: true, dir_sync: false, domain_verification: false, session_policy: false },
  });
  const organizationId = organization.id;
  emitEvent(environment, {
    type: 'organization.created',
    organizationId,
    data: organizationData(organization),
  });
  store.memberships.put({
    id: membershipId(organizationId, user.id),
    createdAt: now,
    organizationId,
    userId: user.id,
    status: 'active',
    roles: [defaultCreatorRole(store)],
    metadata: {},
    joinedAt: now,
    resentCount: 0,
    provisioningMethod: 'org_creator',
  });
  emitEvent(environment, { type: 'user.signup', organizationId, data: memberData(organization, user) });
  return organization;
}
