import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { invites } from './invites';
import { memberRoles } from './member-roles';
import { memberships } from './memberships';
import { people } from './people';

/** UserService, as far as a client token may call it. */
export function userService(environment: Environment): Implementation<typeof services.users> {
  return {
    ...people(environment),
    ...memberships(environment),
    ...invites(environment),
    ...memberRoles(environment),
  };
}
