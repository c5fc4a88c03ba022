import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';
import { morePermissions, moreRoles } from './demo-more-roles.data';

/** More permissions and roles of the demo's product, each role given besides to one member of a few customers. */
export function seedMoreRoles(context: DemoContext, organizations: OrganizationRow[]): void {
  const { environment, newId, daysAgo } = context;
  const { store } = environment;
  for (const [name, description] of Object.entries(morePermissions)) {
    const createdAt = daysAgo(500);
    store.permissions.put({ id: newId('perm'), createdAt, updatedAt: createdAt, name, description });
  }
  const flags = { defaultCreator: false, defaultMember: false };
  for (const [index, role] of moreRoles.entries()) {
    store.roles.put({ id: newId('role'), createdAt: daysAgo(480 - index * 20), ...flags, ...role });
    for (const organization of organizations.filter((_, place) => place % moreRoles.length === index)) {
      const member = store.memberships
        .findBy('organizationId', organization.id)
        .find(({ roles, status }) => status === 'active' && roles.length === 1 && roles[0] === 'member');
      if (member) store.memberships.put({ ...member, roles: ['member', role.name] });
    }
  }
}
