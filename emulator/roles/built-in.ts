import type { Store } from '../store';

/** The two roles that every environment is born with. */
export function seedBuiltInRoles(store: Store, newId: (prefix: string) => string, createdAt: number): void {
  const common = { createdAt, permissions: [], defaultCreator: false, defaultMember: false };
  store.roles.put({
    ...common,
    id: newId('role'),
    name: 'admin',
    displayName: 'Admin',
    description: 'Full access to the organization',
    defaultCreator: true,
  });
  store.roles.put({
    ...common,
    id: newId('role'),
    name: 'member',
    displayName: 'Member',
    description: 'Standard access to the organization',
    defaultMember: true,
  });
}
