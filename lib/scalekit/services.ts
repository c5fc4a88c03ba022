// The one file with deep imports into the SDK: its published descriptors are the wire contract of both sides.
import * as auditlogsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auditlogs/auditlogs_pb.js';
import * as authPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/auth_pb.js';
import * as passwordlessPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/passwordless_pb.js';
import * as webauthnPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/webauthn_pb.js';
import * as clientsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import * as commonsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import * as connectedAccountsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import * as connectionsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import * as directoriesPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import * as domainsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import * as errdetailsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js';
import * as eventsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import * as optionsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/options/options_pb.js';
import * as organizationsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import * as rolesPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import * as sessionsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import * as tokensPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tokens/tokens_pb.js';
import * as toolsPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js';
import * as usersPb from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';

export {
  auditlogsPb,
  authPb,
  clientsPb,
  commonsPb,
  connectedAccountsPb,
  connectionsPb,
  directoriesPb,
  domainsPb,
  errdetailsPb,
  eventsPb,
  optionsPb,
  organizationsPb,
  passwordlessPb,
  rolesPb,
  sessionsPb,
  tokensPb,
  toolsPb,
  usersPb,
  webauthnPb,
};

/** Every service of the contract under the name that the console and the emulator call it by. */
export const services = {
  organizations: organizationsPb.OrganizationService,
  connections: connectionsPb.ConnectionService,
  domains: domainsPb.DomainService,
  directories: directoriesPb.DirectoryService,
  users: usersPb.UserService,
  roles: rolesPb.RolesService,
  tokens: tokensPb.ApiTokenService,
  clients: clientsPb.ClientService,
  sessions: sessionsPb.SessionService,
  webauthn: webauthnPb.WebAuthnService,
  passwordless: passwordlessPb.PasswordlessService,
  auth: authPb.AuthService,
  connectedAccounts: connectedAccountsPb.ConnectedAccountService,
  tools: toolsPb.ToolService,
  authLogs: auditlogsPb.AuditLogsService,
  events: eventsPb.EventsService,
} as const;

export type ServiceName = keyof typeof services;
