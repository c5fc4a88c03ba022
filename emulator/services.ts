import { authService } from './auth/service';
import { authLogService } from './auth-logs/service';
import { clientService } from './clients/service';
import { connectedAccountService } from './connected-accounts/service';
import { connectionService } from './connections/service';
import { directoryService } from './directories/service';
import { domainService } from './domains/service';
import type { Environment } from './environment';
import { eventService } from './events/service';
import { organizationService } from './organizations/service';
import { passwordlessService } from './passwordless/service';
import { roleService } from './roles/service';
import { collectOperations, type Operations } from './service';
import { sessionService } from './sessions/service';
import { tokenService } from './tokens/service';
import { toolService } from './tools/service';
import { userService } from './users/service';
import { webauthnService } from './webauthn/service';

/** Every operation that the emulator has: a service is added with one line here and a folder of its own. */
export function emulatedOperations(environment: Environment): Operations {
  return collectOperations({
    auth: authService(environment),
    authLogs: authLogService(environment),
    events: eventService(environment),
    clients: clientService(environment),
    connectedAccounts: connectedAccountService(environment),
    connections: connectionService(environment),
    directories: directoryService(environment),
    domains: domainService(environment),
    organizations: organizationService(environment),
    passwordless: passwordlessService(environment),
    roles: roleService(environment),
    sessions: sessionService(environment),
    tokens: tokenService(environment),
    tools: toolService(environment),
    users: userService(environment),
    webauthn: webauthnService(environment),
  });
}
