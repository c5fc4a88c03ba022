import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { passwordlessPb, services } from '@/lib/scalekit/services';
import { golden } from './golden-line';

const { sessions, webauthn, passwordless, auth, connectedAccounts, tools, authLogs, events } = services;
const january = timestampFromDate(new Date('2026-01-01T00:00:00Z'));
const account = {
  organizationId: 'org_121312434123312',
  userId: 'user_121312434123312',
  connector: 'notion',
  identifier: 'user@example.com',
};
const accountJson = {
  organization_id: 'org_121312434123312',
  user_id: 'user_121312434123312',
  connector: 'notion',
  identifier: 'user@example.com',
};

/** Signing in, connected accounts, tools, and what was logged of them. */
export const accessGoldens = [
  golden(
    'inferred',
    sessions.method.getUserSessions,
    { userId: 'usr_1', pageSize: 20, filter: { status: ['active', 'revoked'], startTime: january } },
    'GET /api/v1/users/usr_1/sessions?page_size=20&filter.status=active&filter.status=revoked&filter.start_time=2026-01-01T00%3A00%3A00Z',
  ),
  golden(
    'inferred',
    sessions.method.revokeSession,
    { sessionId: 'ses_1' },
    'POST /api/v1/sessions/ses_1/revoke',
  ),
  golden(
    'openapi',
    webauthn.method.updateCredential,
    { credentialId: 'cred_1', displayName: 'My iPhone 15 Pro' },
    'PATCH /api/v1/webauthn/credentials/cred_1',
    { display_name: 'My iPhone 15 Pro' },
  ),
  golden(
    'openapi',
    passwordless.method.sendPasswordlessEmail,
    {
      email: 'john.doe@example.com',
      template: passwordlessPb.TemplateType.SIGNIN,
      expiresIn: 300,
      magiclinkAuthUri: 'https://yourapp.com/auth/passwordless/callback',
      state: 'd62ivasry29lso',
      templateVariables: { custom_variable_key: 'custom_variable_value' },
    },
    'POST /api/v1/passwordless/email/send',
    {
      email: 'john.doe@example.com',
      template: 'SIGNIN',
      expires_in: 300,
      magiclink_auth_uri: 'https://yourapp.com/auth/passwordless/callback',
      state: 'd62ivasry29lso',
      template_variables: { custom_variable_key: 'custom_variable_value' },
    },
  ),
  golden(
    'inferred',
    auth.method.updateLoginUserDetails,
    {
      connectionId: 'conn_1',
      loginRequestId: 'lri_1',
      user: { sub: '1234567890', email: 'alice@example.com', givenName: 'Alice' },
    },
    'POST /api/v1/connections/conn_1/auth-requests/lri_1/user',
    { sub: '1234567890', email: 'alice@example.com', given_name: 'Alice' },
  ),
  golden(
    'openapi',
    connectedAccounts.method.createConnectedAccount,
    {
      ...account,
      connectedAccount: {
        authorizationDetails: {
          details: { case: 'oauthToken', value: { accessToken: 'ya29', scopes: ['drive.readonly'] } },
        },
        apiConfig: { rate_limit: 1000, timeout: 30 },
      },
    },
    'POST /api/v1/connected_accounts',
    {
      ...accountJson,
      connected_account: {
        authorization_details: { oauth_token: { access_token: 'ya29', scopes: ['drive.readonly'] } },
        api_config: { rate_limit: 1000, timeout: 30 },
      },
    },
  ),
  golden(
    'openapi',
    connectedAccounts.method.getMagicLinkForConnectedAccount,
    { ...account, id: 'ca_123', userVerifyUrl: 'https://app.yourapp.com/user/verify/callback' },
    'POST /api/v1/connected_accounts/magic_link',
    { ...accountJson, id: 'ca_123', user_verify_url: 'https://app.yourapp.com/user/verify/callback' },
  ),
  golden(
    'openapi',
    connectedAccounts.method.deleteConnectedAccount,
    { ...account, id: 'ca_123' },
    'POST /api/v1/connected_accounts:delete',
    { ...accountJson, id: 'ca_123' },
  ),
  golden(
    'inferred',
    tools.method.listTools,
    { filter: { summary: true, provider: 'GMAIL', toolName: ['a', 'b'] }, pageSize: 5 },
    'GET /api/v1/tools?filter.summary=true&filter.provider=GMAIL&filter.tool_name=a&filter.tool_name=b&page_size=5',
  ),
  golden(
    'openapi',
    tools.method.executeTool,
    {
      toolName: 'send_email',
      identifier: 'user@example.com',
      params: { to: 'user@example.com', subject: 'Hello', body: 'Hello World' },
      agentRunId: 'run_abc123',
    },
    'POST /api/v1/execute_tool',
    {
      tool_name: 'send_email',
      identifier: 'user@example.com',
      params: { to: 'user@example.com', subject: 'Hello', body: 'Hello World' },
      agent_run_id: 'run_abc123',
    },
  ),
  golden(
    'inferred',
    authLogs.method.listAuthRequests,
    { email: 'jo+a@example.com', status: ['FAILED', 'SUCCESS'], startTime: january },
    'GET /api/v1/logs/authentication/requests?email=jo%2Ba%40example.com&status=FAILED&status=SUCCESS&start_time=2026-01-01T00%3A00%3A00Z',
  ),
  golden(
    'inferred',
    events.method.listEvents,
    { filter: { eventTypes: ['user.login'], organizationId: 'org_1' }, pageSize: 50 },
    'POST /api/v1/events?page_size=50',
    { event_types: ['user.login'], organization_id: 'org_1' },
  ),
];
