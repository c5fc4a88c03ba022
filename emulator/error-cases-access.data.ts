import type { Case } from './error-cases.data';

const missing = '100000000000000000';
const missingOrg = `org_${missing}`;
const notFound = { status: 404, code: 5, errorCode: 'NOT_FOUND' };
const inUse = { code: 9, errorCode: 'FAILED_PRECONDITION' };
const role = (fields: object) => () =>
  ['POST', '/roles', { name: 'x', display_name: 'x', ...fields }] as ReturnType<Case['request']>;
const permission = (name: string) => () => ['POST', '/permissions', { name }] as ReturnType<Case['request']>;

// Refused with 400, gRPC 3, INVALID_ARGUMENT unless the row says otherwise.
const roles: Case[] = [
  { bad: 'no name', request: role({ name: '' }), field: 'role.name', message: /required/ },
  { bad: 'a name with a dash', request: role({ name: 'team-lead' }), field: 'role.name' },
  {
    bad: '101 permissions',
    request: role({ permissions: Array.from({ length: 101 }, (_, index) => `p${index}`) }),
    field: 'role.permissions',
  },
  { bad: 'a taken name', request: role({ name: 'admin' }), message: /duplicate key not allowed/ },
  { bad: 'a role that there is not', request: () => ['GET', '/roles/nobody'], ...notFound },
  { bad: 'a change of no role', request: () => ['PUT', '/roles/nobody', { display_name: 'x' }], ...notFound },
  { bad: 'the end of no role', request: () => ['DELETE', '/roles/nobody'], ...notFound },
  {
    bad: 'the end of a role that users hold',
    request: () => ['DELETE', '/roles/held'],
    message: 'role cannot be deleted as it is assigned to users',
    ...inUse,
  },
  { bad: 'an include that is none', request: () => ['GET', '/roles?include=foo'], field: 'include' },
  {
    bad: 'a default that there is not',
    request: () => [
      'PATCH',
      '/roles:set_defaults',
      { default_creator_role: 'no', default_member_role: 'no' },
    ],
    ...notFound,
  },
  {
    bad: 'no default for an organization',
    request: ({ org }) => ['PATCH', `/organizations/${org.id}/roles:set_defaults`, {}],
    field: 'default_member_role',
  },
  { bad: 'no permission', request: permission(''), field: 'permission.name' },
  {
    bad: 'a permission with a space',
    request: permission('read docs'),
    message: /Permission name can only contain letters, numbers, underscores \(_\), and colons \(:\)/,
  },
  { bad: 'a permission twice', request: permission('taken:permission'), message: /duplicate/ },
  {
    bad: 'a change of no permission',
    request: () => ['PUT', '/permissions/no:one', { name: 'no:one' }],
    ...notFound,
  },
  { bad: 'the end of no permission', request: () => ['DELETE', '/permissions/no:one'], ...notFound },
  { bad: 'a page of 0', request: () => ['GET', '/permissions?page_size=0'], field: 'page_size' },
  { bad: 'a page of 101', request: () => ['GET', '/permissions?page_size=101'], field: 'page_size' },
  {
    bad: 'an unknown permission for a role',
    request: () => ['POST', '/roles/member/permissions', { permission_names: ['no:one'] }],
    field: 'permission_names',
  },
  {
    bad: 'a permission for an unknown role',
    request: () => ['POST', '/roles/nobody/permissions', { permission_names: ['taken:permission'] }],
    ...notFound,
  },
  {
    bad: 'no permissions for a role',
    request: () => ['POST', '/roles/member/permissions', { permission_names: [] }],
    field: 'permission_names',
  },
  {
    bad: 'a permission that the role lacks',
    request: () => ['DELETE', '/roles/member/permissions/taken:permission'],
    ...notFound,
  },
];

const clients: Case[] = [
  {
    bad: 'an unknown client',
    request: ({ org }) => ['GET', `/organizations/${org.id}/clients/m2morg_${missing}`],
    ...notFound,
  },
  {
    bad: 'clients of an unknown organization',
    request: () => ['GET', `/organizations/${missingOrg}/clients`],
    ...notFound,
  },
  {
    bad: 'the last secret',
    request: ({ org, client }) => [
      'DELETE',
      `/organizations/${org.id}/clients/${client.client_id}/secrets/${client.secrets[0].id}`,
    ],
    message: 'last client cannot be deleted',
    ...inUse,
  },
  {
    bad: 'a client id without m2morg_',
    request: ({ org }) => ['GET', `/organizations/${org.id}/clients/m2m_1`],
    field: 'client_id',
  },
  {
    bad: 'a name of 129',
    request: ({ org }) => ['POST', `/organizations/${org.id}/clients`, { name: 'x'.repeat(129) }],
    field: 'client.name',
  },
  { bad: 'an unknown application', request: () => ['GET', `/clients/skc_${missing}`], ...notFound },
  { bad: 'applications by 31', request: () => ['GET', '/clients?page_size=31'], field: 'page_size' },
  {
    bad: 'a consent that there is not',
    request: () => ['DELETE', `/clients/m2m_${missing}/consents/usrcnst_${missing}`],
    ...notFound,
  },
  {
    bad: 'a resource of no type',
    request: () => ['POST', '/resources', { name: 'x' }],
    field: 'resource.resource_type',
  },
];

const email = 'jo@example.com';
const send = (fields: object) => () =>
  ['POST', '/passwordless/email/send', { email, ...fields }] as ReturnType<Case['request']>;

const signIn: Case[] = [
  { bad: 'a session id with letters', request: () => ['GET', '/sessions/ses_abc'], field: 'session_id' },
  { bad: 'a session id of another form', request: () => ['GET', '/sessions/session_1'], field: 'session_id' },
  {
    bad: 'a session id with letters, to revoke',
    request: () => ['POST', '/sessions/ses_abc/revoke'],
    field: 'session_id',
  },
  { bad: 'an unknown session', request: () => ['GET', `/sessions/ses_${missing}`], ...notFound },
  { bad: 'sessions of nobody', request: () => ['GET', `/users/usr_${missing}/sessions`], ...notFound },
  { bad: 'a user id with letters', request: () => ['GET', '/users/usr_abc/sessions'], field: 'user_id' },
  {
    bad: 'a user id with letters, to revoke',
    request: () => ['POST', '/users/usr_abc/sessions/revoke'],
    field: 'user_id',
  },
  { bad: 'a malformed e-mail', request: send({ email: 'jo@' }), field: 'email' },
  { bad: 'a template that is none', request: send({ template: 9 }), field: 'template' },
  {
    bad: '31 variables',
    request: send({
      template_variables: Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`key${index}`, 'v'])),
    }),
    field: 'template_variables',
  },
  {
    bad: 'a code for no request',
    request: () => ['POST', '/passwordless/email/verify', { code: '123456', auth_request_id: 'none' }],
    ...notFound,
  },
  { bad: 'no proof', request: () => ['POST', '/passwordless/email/verify', {}], message: /must be provided/ },
  {
    bad: 'a passkey without a name',
    request: () => ['PATCH', '/webauthn/credentials/cred_1', { display_name: '' }],
    field: 'display_name',
  },
  {
    bad: 'a passkey with a name of 121',
    request: () => ['PATCH', '/webauthn/credentials/cred_1', { display_name: 'x'.repeat(121) }],
    field: 'display_name',
  },
];

/** As `cases`, for roles, clients and sign-in. */
export const accessCases: [area: string, list: Case[]][] = [
  ['roles', roles],
  ['clients', clients],
  ['sign-in', signIn],
];
