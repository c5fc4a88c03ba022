import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { eventTypes } from '../events/event-types.data';
import type { payloadFields } from '../events/payload-fields.data';
import { eventTime } from '../events/payloads';
import type { EventRow, EventType } from '../events/rows';

const organizationId = 'org_100000000000000001';

/** An event that never happened, for trying a receiver. It is not stored. */
export function sampleEvent(environment: Environment, type: EventType): EventRow {
  const { clock, newId } = environment;
  const { fields, object, displayName } = eventTypes[type];
  const now = eventTime(clock.now());
  const data = samples[fields](now, environment.id);
  return {
    id: newId('evt'),
    createdAt: clock.now(),
    type,
    object,
    organizationId: withoutOrganization.has(fields) ? undefined : organizationId,
    displayName: displayName ?? undefined,
    data: type === 'organization.deleted' ? { ...data, deleted_at: now } : data,
    source: fields.startsWith('directory') ? 'DIR_SYNC' : 'SCALEKIT',
  };
}

type Fields = keyof typeof payloadFields;

const withoutOrganization = new Set<Fields>([
  'role',
  'permission',
  'connectedAccount',
  'connectedAccountStatus',
]);

const organization = (now: string): JsonObject => ({
  id: organizationId,
  display_name: 'Sample organization',
  external_id: 'sample-1',
  region_code: 'US',
  create_time: now,
  update_time: now,
  metadata: null,
  settings: { features: [{ name: 'sso', enabled: true }] },
});

const user = (now: string): JsonObject => ({
  id: 'usr_100000000000000002',
  email: 'sample.person@customer.example',
  external_id: '',
  create_time: now,
  update_time: now,
  metadata: {},
  user_profile: { id: 'usp_100000000000000003', given_name: 'Sample', family_name: 'Person' },
});

const connectedAccount = {
  id: 'ca_100000000000000010',
  identifier: 'sample.person@customer.example',
  connection_id: 'conn_100000000000000011',
  provider: 'GMAIL',
  authorization_type: 'OAUTH',
};

const samples: Record<Fields, (now: string, environmentId: string) => JsonObject> = {
  organization,
  domain: (now, environmentId) => ({
    ...{ id: 'dom_100000000000000004', domain: 'customer.example', domain_type: 'ORGANIZATION_DOMAIN' },
    ...{ organization_id: organizationId, environment_id: environmentId, updated_at: now },
    ...{ verification_status: 'VERIFIED', verification_method: 'DNS' },
  }),
  membership: (now) => ({ organization: organization(now), user: user(now) }),
  session: (now) => ({
    user: user(now),
    user_session: {
      ...{ session_id: 'ses_100000000000000005', user_id: 'usr_100000000000000002' },
      ...{ organization_id: organizationId, authenticated_organizations: [organizationId] },
      ...{ status: 'ACTIVE', created_at: now, updated_at: now, last_active_at: now },
      ...{ absolute_expires_at: now, idle_expires_at: now, expired_at: null, logout_at: null },
      device: { browser: 'Firefox', os: 'Linux', device_type: 'Desktop', ip: '192.0.2.1' },
    },
  }),
  directory: (now) => ({
    ...{ id: 'dir_100000000000000006', organization_id: organizationId, directory_type: 'SCIM' },
    ...{ provider: 'OKTA', enabled: true, updated_at: now },
  }),
  directoryUser: () => ({
    ...{ id: 'diruser_100000000000000007', organization_id: organizationId, active: true },
    ...{ email: 'sample.person@customer.example', given_name: 'Sample', family_name: 'Person' },
    groups: [{ id: 'dirgroup_100000000000000008', name: 'Sample group' }],
  }),
  directoryGroup: () => ({
    ...{ id: 'dirgroup_100000000000000008', organization_id: organizationId },
    ...{ directory_id: 'dir_100000000000000006', display_name: 'Sample group', raw_attributes: {} },
  }),
  connection: () => ({
    ...{ id: 'conn_100000000000000009', organization_id: organizationId },
    ...{ connection_type: 'OIDC', provider: 'OKTA' },
  }),
  role: () => ({
    ...{ id: 'role_100000000000000012', name: 'sample', display_name: 'Sample' },
    ...{ description: 'A role to try a receiver with', extends: 'member' },
  }),
  permission: () => ({ id: 'perm_100000000000000013', name: 'data:manage', description: 'Manage data' }),
  connectedAccount: () => ({ ...connectedAccount, status: 'ACTIVE' }),
  connectedAccountStatus: () => ({ ...connectedAccount, status: 'EXPIRED', old_status: 'ACTIVE' }),
};
