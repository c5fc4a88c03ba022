import { AppError } from '@/lib/errors';
import { type Permission, type Role, roleAllows, ruleOf } from './permissions';

/** Who acts: a signed-in member of staff, as every check and log row sees them. */
export type Principal = {
  staffId: string;
  email: string;
  name: string;
  role: Role;
  /** `all`, or the organization ids of the environment at hand that this person is limited to. */
  customers: 'all' | ReadonlySet<string>;
  sessionId: string;
  /** The environment at hand is a production one. */
  inProduction: boolean;
  /** When the issuer last saw this person prove who they are. */
  authTime: Date | null;
};

/**
 * What a query or action touches.
 * `organization`: one customer. `assigned`: several, and the load must keep to `principal.customers` itself.
 * `environment`: everything, which a person limited to some customers may not.
 */
export type Scope =
  | { kind: 'organization'; organizationId: string }
  | { kind: 'assigned' }
  | { kind: 'environment' };

export const stepUpWindowMs = 10 * 60_000;

/** True when the organization is among those the person may see. */
export function mayReach(principal: Principal, organizationId: string): boolean {
  return principal.customers === 'all' || principal.customers.has(organizationId);
}

/**
 * Throws unless the person may do this to that.
 * A customer outside a limited person's list answers `not_found`: its existence is not theirs to know.
 * @throws AppError forbidden, not_found
 */
export function authorize(principal: Principal, permission: Permission, scope: Scope): void {
  const { role, inProduction } = principal;
  if (!roleAllows(role, permission, inProduction)) {
    const where = roleAllows(role, permission, false) ? ' in production' : '';
    throw new AppError('forbidden', `Your role (${role}) does not include ${permission}${where}.`);
  }
  if (principal.customers === 'all' || scope.kind === 'assigned') return;
  if (scope.kind === 'environment') {
    throw new AppError('forbidden', 'You are limited to some customers; this covers the whole environment.');
  }
  if (!mayReach(principal, scope.organizationId)) {
    throw new AppError('not_found', 'There is no such organization among the customers assigned to you.');
  }
}

/** True when the issuer saw the person prove who they are within the last ten minutes. Unknown counts as not. */
export function isFreshSignIn(authTime: Date | null, now = Date.now()): boolean {
  return authTime !== null && now - authTime.getTime() <= stepUpWindowMs;
}

/** What `authorize` would say, for showing or hiding a button. Hiding is a courtesy: the server checks again. */
export function can(
  principal: Principal,
  permission: Permission,
  scope: Scope = { kind: 'assigned' },
): boolean {
  try {
    authorize(principal, permission, scope);
    return true;
  } catch {
    return false;
  }
}

/**
 * Throws when the permission asks for a fresh sign-in and the last one is too old.
 * @throws AppError unauthenticated with `stepUp`
 */
export function requireStepUp(principal: Principal, permission: Permission, now = Date.now()): void {
  if (!ruleOf(permission).stepUp) return;
  if (!isFreshSignIn(principal.authTime, now)) {
    throw new AppError('unauthenticated', 'Confirm who you are: sign in again to do this.', { stepUp: true });
  }
}
