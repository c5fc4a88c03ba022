import type { JsonObject } from '@bufbuild/protobuf';
import { enterpriseSchema } from '../directories/directory-attributes';

// Attribute definitions of RFC 7643, section 8.7.1, as far as the emulator knows the attributes.

function attribute(name: string, more: JsonObject = {}): JsonObject {
  return {
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

function complex(name: string, subAttributes: JsonObject[], more: JsonObject = {}): JsonObject {
  const { caseExact: _, ...rest } = attribute(name, { type: 'complex', subAttributes, ...more });
  return rest;
}

function list(name: string, ...subAttributes: JsonObject[]): JsonObject {
  const common = [attribute('value'), attribute('type'), attribute('primary', { type: 'boolean' })];
  return complex(name, [...common, ...subAttributes], { multiValued: true });
}

const texts = (...names: string[]) => names.map((name) => attribute(name));

const user = [
  attribute('userName', { required: true, uniqueness: 'server' }),
  attribute('externalId', { caseExact: true }),
  complex(
    'name',
    texts('formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'),
  ),
  ...texts('displayName', 'nickName', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone'),
  attribute('profileUrl', { type: 'reference', referenceTypes: ['external'] }),
  attribute('active', { type: 'boolean' }),
  list('emails', attribute('display')),
  list('phoneNumbers', attribute('display')),
  list('photos', attribute('display')),
  complex(
    'addresses',
    texts('formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country', 'type'),
    { multiValued: true },
  ),
  complex(
    'groups',
    [
      attribute('value', { mutability: 'readOnly' }),
      attribute('$ref', { type: 'reference', referenceTypes: ['Group'], mutability: 'readOnly' }),
      attribute('display', { mutability: 'readOnly' }),
    ],
    { multiValued: true, mutability: 'readOnly' },
  ),
];

const group = [
  attribute('displayName', { required: true }),
  attribute('externalId', { caseExact: true }),
  complex(
    'members',
    [
      attribute('value', { mutability: 'immutable' }),
      attribute('$ref', { type: 'reference', referenceTypes: ['User'], mutability: 'immutable' }),
      attribute('type', { canonicalValues: ['User'], mutability: 'immutable' }),
      attribute('display', { mutability: 'readOnly' }),
    ],
    { multiValued: true },
  ),
];

const enterpriseUser = [
  ...texts('employeeNumber', 'costCenter', 'organization', 'division', 'department'),
  complex('manager', [
    attribute('value'),
    attribute('$ref', { type: 'reference', referenceTypes: ['User'] }),
    attribute('displayName', { mutability: 'readOnly' }),
  ]),
];

/** What `/Schemas` lists. */
export const schemas: { id: string; name: string; description: string; attributes: JsonObject[] }[] = [
  {
    id: 'urn:ietf:params:scim:schemas:core:2.0:User',
    name: 'User',
    description: 'User account',
    attributes: user,
  },
  {
    id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
    name: 'Group',
    description: 'Group',
    attributes: group,
  },
  {
    id: enterpriseSchema,
    name: 'EnterpriseUser',
    description: 'Enterprise user',
    attributes: enterpriseUser,
  },
];
