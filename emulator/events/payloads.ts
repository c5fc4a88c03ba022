import type { JsonObject } from '@bufbuild/protobuf';
import { featureNames, type OrganizationRow } from '../organizations/rows';
import type { PermissionRow, RoleRow } from '../roles/rows';
import type { ExternalIdentity, UserRow } from '../users/rows';

/** A time in milliseconds as events write it. */
export function eventTime(ms: number): string {
  // What is new was created and updated in the same moment.
  if (ms !== last.ms) last = { ms, text: new Date(ms).toISOString() };
  return last.text;
}

let last = { ms: 0, text: new Date(0).toISOString() };

/** The data of an organization's events. Empty metadata is null, as the documented samples have it. */
export function organizationData(row: OrganizationRow): JsonObject {
  return {
    id: row.id,
    display_name: row.displayName,
    ...(row.externalId && { external_id: row.externalId }),
    region_code: row.region,
    create_time: eventTime(row.createdAt),
    update_time: eventTime(row.updatedAt),
    metadata: Object.keys(row.metadata).length > 0 ? row.metadata : null,
    settings: { features: featureNames.map((name) => ({ name, enabled: row.features[name] })) },
  };
}

/** The data of events about a person in an organization. */
export function memberData(organization: OrganizationRow, user: UserRow): JsonObject {
  return { organization: organizationData(organization), user: userData(user) };
}

/** A user as other events hold one. */
export function userData(row: UserRow): JsonObject {
  const { profile } = row;
  return {
    id: row.id,
    email: row.email,
    external_id: row.externalId ?? '',
    create_time: eventTime(row.createdAt),
    update_time: eventTime(row.updatedAt),
    ...(row.lastLoginAt !== undefined && { last_login_time: eventTime(row.lastLoginAt) }),
    metadata: row.metadata,
    user_profile: {
      id: profile.id,
      given_name: profile.givenName,
      family_name: profile.familyName,
      name: profile.name,
      locale: profile.locale,
      gender: profile.gender,
      picture: profile.picture,
      phone_number: profile.phoneNumber,
      preferred_username: profile.preferredUsername,
      groups: profile.groups.length > 0 ? profile.groups : null,
      metadata: profile.metadata,
      custom_attributes: profile.customAttributes,
      email_verified: row.emailVerified ?? false,
      external_identities: row.externalIdentities?.map(identityData) ?? null,
    },
  };
}

function identityData(row: ExternalIdentity): JsonObject {
  return {
    connection_id: row.connectionId,
    connection_provider: row.connectionProvider,
    connection_type: row.connectionType,
    connection_user_id: row.connectionUserId,
    is_social: row.isSocial,
    created_time: eventTime(row.createdAt),
    last_login_time: eventTime(row.lastLoginAt),
    last_synced_time: eventTime(row.lastSyncedAt),
  };
}

export function roleData(row: RoleRow): JsonObject {
  const { id, name, displayName, description } = row;
  return { id, name, display_name: displayName, description, ...(row.extends && { extends: row.extends }) };
}

export function permissionData({ id, name, description }: PermissionRow): JsonObject {
  return { id, name, description };
}
