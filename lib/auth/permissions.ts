import { permissions } from './permissions.data';

export { permissions };

export const roles = ['viewer', 'support', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Rule = {
  /** The least role that may; higher roles may too. */
  role: Role;
  /** The least role in a production environment, where that is another. */
  inProduction?: Role;
  /** Asks for a sign-in at the issuer within the last 10 minutes. */
  stepUp?: boolean;
};

export type Permission = keyof typeof permissions;

/** The rule of a permission, with its optional parts visible to the type checker. */
export function ruleOf(permission: Permission): Rule {
  return permissions[permission];
}

/** True when `role` is the least role that the permission asks for in such an environment, or above it. */
export function roleAllows(role: Role, permission: Permission, inProduction: boolean): boolean {
  const rule = ruleOf(permission);
  const least = (inProduction && rule.inProduction) || rule.role;
  return roles.indexOf(role) >= roles.indexOf(least);
}
