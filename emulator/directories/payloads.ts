import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { eventTime } from '../events/payloads';
import type { Store } from '../store';
import {
  enterpriseSchema,
  normalizeUser,
  readGroupAttributes,
  readUserAttributes,
} from './directory-attributes';
import { groupsOf, mappedRoles } from './groups';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from './rows';

/** The data of a directory's own events. */
export function directoryData(row: DirectoryRow): JsonObject {
  return {
    id: row.id,
    organization_id: row.organizationId,
    directory_type: row.type,
    provider: row.provider,
    enabled: row.enabled,
    updated_at: eventTime(row.updatedAt),
  };
}

/** A directory user as events hold one: the normal form, the groups and mapped roles, and what the directory sent. */
export function userData(store: Store, directory: DirectoryRow, row: DirectoryUserRow): JsonObject {
  const attributes = readUserAttributes(row.attributes);
  const user = normalizeUser(row.attributes, directory.attributeMappings);
  const enterprise = attributes[enterpriseSchema];
  const groups = groupsOf(store, directory, row);
  return {
    id: row.id,
    organization_id: directory.organizationId,
    active: user.active,
    email: user.email,
    given_name: user.givenName,
    family_name: user.familyName,
    name: user.name,
    preferred_username: user.userName,
    groups: groups.map((group) => ({
      id: group.id,
      name: readGroupAttributes(group.attributes).displayName,
    })),
    roles: mappedRoles(store, directory, row).map((name) => ({ role_name: name })),
    custom_attributes: user.customAttributes,
    raw_attributes: row.attributes,
    ...withoutUnset({
      dp_id: user.externalId,
      employee_id: enterprise?.employeeNumber,
      department: enterprise?.department,
      cost_center: enterprise?.costCenter,
      division: enterprise?.division,
      organization: enterprise?.organization,
      title: attributes.title,
      user_type: attributes.userType,
      phone_number: user.phoneNumber,
      language: attributes.preferredLanguage,
      locale: attributes.locale,
      zoneinfo: attributes.timezone,
      nickname: attributes.nickName,
      profile: attributes.profileUrl,
      picture: user.picture,
    }),
    ...addressData(row.attributes),
  };
}

export function groupData({ organizationId }: DirectoryRow, row: DirectoryGroupRow): JsonObject {
  const { displayName, externalId } = readGroupAttributes(row.attributes);
  return {
    id: row.id,
    organization_id: organizationId,
    directory_id: row.directoryId,
    display_name: displayName,
    external_id: externalId ?? null,
    ...(externalId && { dp_id: externalId }),
    raw_attributes: row.attributes,
  };
}

// SCIM's names for the parts of an address, as events call them.
const addressParts = {
  formatted: 'formatted',
  streetAddress: 'street_address',
  locality: 'locality',
  region: 'state',
  postalCode: 'postal_code',
  country: 'country',
} as const;

function addressData({ addresses }: JsonObject): JsonObject {
  const first = Array.isArray(addresses) ? addresses[0] : undefined;
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return {};
  const known = Object.entries(addressParts).map(([from, to]) => [to, first[from]]);
  return { address: withoutUnset(Object.fromEntries(known)) };
}

function withoutUnset(fields: Record<string, JsonValue | undefined>): JsonObject {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(set) as JsonObject;
}
