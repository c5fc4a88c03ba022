import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';
import { ownRoles } from './demo-access.data';
import type { Company } from './demo-companies.data';

/** The roles that a customer made for itself, each given to one of its members. */
export function seedOwnRoles(context: DemoContext, organization: OrganizationRow, company: Company): void {
  const { environment, newId, random, daysAgo } = context;
  const { store } = environment;
  const members = store.memberships
    .findBy('organizationId', organization.id)
    .filter(({ roles, status }) => status === 'active' && !roles.includes('admin'));
  for (const { isDefault, ...role } of ownRoles[company.label] ?? []) {
    store.roles.put({
      id: newId('role'),
      createdAt: Math.max(organization.createdAt, daysAgo(60 + random.below(200))),
      organizationId: organization.id,
      description: '',
      defaultCreator: false,
      defaultMember: false,
      ...role,
    });
    const member = role.permissions.length > 0 ? members.shift() : undefined;
    if (member) store.memberships.put({ ...member, roles: [role.name] });
    const current = store.organizations.get(organization.id);
    if (isDefault && current) store.organizations.put({ ...current, defaultMemberRole: role.name });
  }
}
