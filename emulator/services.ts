import type { Environment } from './environment';
import { eventService } from './events/service';
import { organizationService } from './organizations/service';
import { roleService } from './roles/service';
import { collectOperations, type Operations } from './service';
import { tokenService } from './tokens/service';
import { userService } from './users/service';

/** Every operation that the emulator has: a service is added with one line here and a folder of its own. */
export function emulatedOperations(environment: Environment): Operations {
  return collectOperations({
    events: eventService(environment),
    organizations: organizationService(environment),
    roles: roleService(environment),
    tokens: tokenService(environment),
    users: userService(environment),
  });
}
