import type { JsonValue } from '@bufbuild/protobuf';
import type { Json } from './test-client';

/** Things that exist when the cases run. */
export type Known = { org: Json; user: Json; invited: Json; client: Json };

type Request = [verb: string, path: string, body?: JsonValue];
export type Case = {
  bad: string;
  request: (known: Known) => Request;
  status?: number;
  code?: number;
  errorCode?: string;
  /** The proto path that the violation names. */
  field?: string;
  message?: string | RegExp;
};

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'v']));
const missingOrg = 'org_100000000000000000';
const missingUser = 'usr_100000000000000000';
const notFound = { status: 404, code: 5, errorCode: 'NOT_FOUND' };
const create = (body: JsonValue) => (): Request => [
  'POST',
  '/organizations',
  { display_name: 'A', ...(body as object) },
];
const createUser =
  (body: object) =>
  ({ org }: Known): Request => [
    'POST',
    `/organizations/${org.id}/users`,
    { email: 'new@example.com', ...body } as JsonValue,
  ];
const createKey =
  (body: object) =>
  ({ org }: Known): Request => ['POST', '/tokens', { organization_id: org.id, ...body } as JsonValue];

// Refused with 400, gRPC 3, INVALID_ARGUMENT unless the row says otherwise.
const organizations: Case[] = [
  { bad: 'no display name', request: create({ display_name: '' }), field: 'organization.display_name' },
  {
    bad: 'a name of 201',
    request: create({ display_name: 'x'.repeat(201) }),
    field: 'organization.display_name',
  },
  { bad: '11 metadata pairs', request: create({ metadata: pairs(11) }), field: 'organization.metadata' },
  { bad: 'a key of 2', request: create({ metadata: { ab: 'x' } }), field: 'organization.metadata["ab"]' },
  {
    bad: 'an empty value',
    request: create({ metadata: { abc: '' } }),
    field: 'organization.metadata["abc"]',
  },
  { bad: 'a slug with capitals', request: create({ slug: 'Acme_Corp' }), field: 'organization.slug' },
  {
    bad: 'a logo over http',
    request: create({ logo_url: 'http://a.example' }),
    field: 'organization.logo_url',
  },
  {
    bad: 'a taken external id',
    request: create({ external_id: 'taken' }),
    field: 'organization.external_id',
  },
  { bad: 'a taken slug', request: create({ slug: 'taken' }), field: 'organization.slug' },
  { bad: 'an unknown id', request: () => ['GET', `/organizations/${missingOrg}`], ...notFound },
  { bad: 'an unknown external id', request: () => ['GET', '/organizations:external/none'], ...notFound },
  {
    bad: 'external id and id at once',
    request: ({ org }) => ['GET', `/organizations:external/taken?id=${org.id}`],
    message: 'ExternalId is required',
  },
  {
    bad: 'a bad page token',
    request: () => ['GET', '/organizations?page_token=1'],
    message: 'Invalid page token',
  },
  { bad: 'a search of 2', request: () => ['GET', '/organizations:search?query=ab'], field: 'query' },
  {
    bad: 'a search page of 31',
    request: () => ['GET', '/organizations:search?query=abc&page_size=31'],
    field: 'page_size',
  },
  {
    bad: 'an unknown feature',
    request: ({ org }) => ['PATCH', `/organizations/${org.id}/settings`, { features: [{ name: 'x' }] }],
    field: 'settings.features.name',
  },
  {
    bad: 'settings of an unknown organization',
    request: () => ['PATCH', `/organizations/${missingOrg}/settings`, { features: [] }],
    ...notFound,
  },
  {
    bad: 'an idle time beyond the absolute one',
    request: ({ org }) => [
      'PATCH',
      `/organizations/${org.id}/session-policy`,
      { policy_source: 'CUSTOM', absolute_session_timeout: 60, idle_session_timeout: 60 },
    ],
    field: 'idle_session_timeout',
  },
  {
    bad: 'an idle time shorter than an access token',
    request: ({ org }) => [
      'PATCH',
      `/organizations/${org.id}/session-policy`,
      { policy_source: 'CUSTOM', idle_session_timeout: 5 },
    ],
    field: 'idle_session_timeout',
  },
  {
    bad: 'a portal link for a feature that is off',
    request: ({ org }) => ['PUT', `/organizations/${org.id}/portal_links?features=dir_sync`],
    field: 'features',
  },
  { bad: 'a portal link without org_', request: () => ['PUT', '/organizations/1/portal_links'], field: 'id' },
  {
    bad: 'a link id without lnk_',
    request: ({ org }) => ['DELETE', `/organizations/${org.id}/portal_links/1`],
    field: 'link_id',
  },
];

const users: Case[] = [
  { bad: 'no e-mail', request: createUser({ email: '' }), field: 'user.email' },
  { bad: 'a malformed e-mail', request: createUser({ email: 'jo@' }), field: 'user.email' },
  {
    bad: 'a given name of 256',
    request: createUser({ user_profile: { given_name: 'x'.repeat(256) } }),
    field: 'user.user_profile.given_name',
  },
  { bad: '21 metadata pairs', request: createUser({ metadata: pairs(21) }), field: 'user.metadata' },
  {
    bad: '51 groups',
    request: createUser({ user_profile: { groups: Array.from({ length: 51 }, (_, i) => `g${i}`) } }),
    field: 'user.user_profile.groups',
  },
  {
    bad: 'a group twice',
    request: createUser({ user_profile: { groups: ['a', 'a'] } }),
    field: 'user.user_profile.groups',
  },
  {
    bad: 'an unknown role',
    request: createUser({ membership: { roles: [{ name: 'nobody' }] } }),
    field: 'roles',
  },
  { bad: 'a member already', request: createUser({ email: 'active@example.com' }), field: 'user.email' },
  { bad: 'a taken external id', request: createUser({ external_id: 'u-taken' }), field: 'user.external_id' },
  { bad: 'a short user id', request: () => ['PATCH', '/users/usr_1', {}], field: 'id' },
  { bad: 'a user id without usr_', request: () => ['DELETE', `/users/${missingOrg}`], field: 'id' },
  { bad: 'an unknown user', request: () => ['GET', `/users/${missingUser}`], ...notFound },
  { bad: 'an unknown external id', request: () => ['DELETE', '/users:external/none'], ...notFound },
  {
    bad: 'a membership of an unknown user',
    request: ({ org }) => ['DELETE', `/memberships/organizations/${org.id}/users/${missingUser}`],
    ...notFound,
  },
  {
    bad: 'an invitation that was accepted',
    request: ({ org, user }) => ['PATCH', `/invites/organizations/${org.id}/users/${user.id}/resend`],
    message: /already accepted/,
  },
  { bad: 'a search of 2', request: () => ['GET', '/users:search?query=ab'], field: 'query' },
  {
    bad: 'a search of 101',
    request: () => ['GET', `/users:search?query=${'x'.repeat(101)}`],
    field: 'query',
  },
  {
    bad: 'a search in an unknown organization',
    request: () => ['GET', `/organizations/${missingOrg}/users:search?query=abc`],
    ...notFound,
  },
  {
    bad: 'a page of 101',
    request: ({ org }) => ['GET', `/organizations/${org.id}/users?page_size=101`],
    field: 'page_size',
  },
];

const keys: Case[] = [
  { bad: 'no organization', request: createKey({ organization_id: '' }), field: 'token.organization_id' },
  { bad: 'an unknown organization', request: createKey({ organization_id: missingOrg }), ...notFound },
  { bad: 'a stranger', request: createKey({ user_id: missingUser }), field: 'token.user_id' },
  {
    bad: 'a member only invited',
    request: (known) => createKey({ user_id: known.invited.id })(known),
    field: 'token.user_id',
  },
  { bad: '21 claims', request: createKey({ custom_claims: pairs(21) }), field: 'token.custom_claims' },
  {
    bad: 'a claim key of 31',
    request: createKey({ custom_claims: { ['k'.repeat(31)]: 'v' } }),
    field: `token.custom_claims["${'k'.repeat(31)}"]`,
  },
  {
    bad: 'a claim of 257',
    request: createKey({ custom_claims: { team: 'v'.repeat(257) } }),
    field: 'token.custom_claims["team"]',
  },
  {
    bad: 'an empty claim',
    request: createKey({ custom_claims: { team: '' } }),
    field: 'token.custom_claims["team"]',
  },
  {
    bad: 'a description of 256',
    request: createKey({ description: 'x'.repeat(256) }),
    field: 'token.description',
  },
  {
    bad: 'an expiry in the past',
    request: createKey({ expiry: '2020-01-01T00:00:00Z' }),
    field: 'token.expiry',
  },
  {
    bad: 'an update with an empty claim',
    request: () => ['POST', '/tokens:update', { token: 'apit_1', custom_claims: { team: '' } }],
    field: 'custom_claims["team"]',
  },
  { bad: 'a made-up value', request: () => ['POST', '/tokens:validate', { token: 'emutok_x' }], ...notFound },
  {
    bad: 'a page of 31',
    request: ({ org }) => ['GET', `/tokens?organization_id=${org.id}&page_size=31`],
    field: 'page_size',
  },
  {
    bad: 'an id without org_',
    request: () => ['GET', '/tokens?organization_id=1'],
    field: 'organization_id',
  },
];

/** Every refusal of these services that a source documents, tests, or that the rules of the contract imply. */
export const cases: [area: string, list: Case[]][] = [
  ['organizations', organizations],
  ['users', users],
  ['API keys', keys],
];
