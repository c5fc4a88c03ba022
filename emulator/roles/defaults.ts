import type { rolesPb, services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import type { Store } from '../store';
import { findRole, requireOwnRole, requireRole } from './find-role';
import { toRole } from './messages';
import type { RoleRow } from './rows';

type RoleOperations = Implementation<typeof services.roles>;
type Flag = 'defaultCreator' | 'defaultMember';

/** The name of the role that a member gets when none is said. */
export function defaultMemberRole(store: Store, organizationId: string): string {
  const own = store.organizations.get(organizationId)?.defaultMemberRole;
  return own ?? environmentDefault(store, 'defaultMember')?.name ?? 'member';
}

/** The name of the role that the founder of an organization gets. */
export function defaultCreatorRole(store: Store): string {
  return environmentDefault(store, 'defaultCreator')?.name ?? 'admin';
}

function environmentDefault(store: Store, flag: Flag): RoleRow | undefined {
  return store.roles.all().find((role) => !role.organizationId && role[flag]);
}

/** True when new people get this role somewhere without anybody naming it. */
export function isDefaultRole(store: Store, role: RoleRow): boolean {
  return role.defaultCreator || role.defaultMember || organizationsDefaultingTo(store, role).length > 0;
}

/** Hands what the role is a default for to another one. */
export function moveDefaults(store: Store, from: RoleRow, to: RoleRow): void {
  if (from.defaultCreator) setEnvironmentDefault(store, 'defaultCreator', to.id);
  if (from.defaultMember) setEnvironmentDefault(store, 'defaultMember', to.id);
  for (const organization of organizationsDefaultingTo(store, from)) {
    store.organizations.put({ ...organization, defaultMemberRole: to.name });
  }
}

function organizationsDefaultingTo(store: Store, role: RoleRow) {
  return store.organizations
    .all()
    .filter(
      ({ id, defaultMemberRole: name }) => name === role.name && findRole(store, name, id)?.id === role.id,
    );
}

function setEnvironmentDefault(store: Store, flag: Flag, roleId: string): void {
  const roles = store.roles.all().filter((role) => !role.organizationId);
  for (const role of roles) store.roles.put({ ...role, [flag]: role.id === roleId });
}

/** Which roles new people get: in the environment, and in one organization. */
export function roleDefaults(environment: Environment) {
  const { store } = environment;

  // Read again: setting one flag rewrites the others' rows.
  function shownDefault(flag: Flag) {
    const role = environmentDefault(store, flag);
    return role && toRole(store, role, { include: 'permissions' });
  }

  return {
    updateDefaultRoles(request) {
      const creator = readDefault(store, request.defaultCreatorRole, request.defaultCreator);
      const member = readDefault(store, request.defaultMemberRole, request.defaultMember);
      if (!creator && !member)
        throw invalidArgument('default_creator_role or default_member_role is required');
      if (creator) setEnvironmentDefault(store, 'defaultCreator', creator.id);
      if (member) setEnvironmentDefault(store, 'defaultMember', member.id);
      return { defaultCreator: shownDefault('defaultCreator'), defaultMember: shownDefault('defaultMember') };
    },

    updateDefaultOrganizationRoles({ orgId, defaultMemberRole: name }) {
      const organization = requireOrganization(environment, orgId);
      const role = requireRole(store, name, orgId);
      store.organizations.put({ ...organization, defaultMemberRole: role.name });
      return { defaultMember: toRole(store, role, { include: 'permissions', organizationId: orgId }) };
    },
  } satisfies RoleOperations;
}

function readDefault(
  store: Store,
  name: string | undefined,
  deprecated: rolesPb.UpdateDefaultRole | undefined,
): RoleRow | undefined {
  const wanted = name || deprecated?.name || store.roles.get(deprecated?.id ?? '')?.name || deprecated?.id;
  return wanted ? requireOwnRole(store, wanted) : undefined;
}
