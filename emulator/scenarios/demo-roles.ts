import type { DemoContext } from './demo';
import { builtInPermissions, permissions, roles } from './demo-words.data';

/** The permissions of the demo's product, and roles that bundle them. */
export function seedRoles({ environment, newId, daysAgo }: DemoContext): void {
  const { store } = environment;
  for (const { name, description } of permissions) {
    const createdAt = daysAgo(760);
    store.permissions.put({ id: newId('perm'), createdAt, updatedAt: createdAt, name, description });
  }
  for (const role of store.roles.all().slice()) {
    store.roles.put({ ...role, permissions: builtInPermissions[role.name] ?? [] });
  }
  for (const role of roles) {
    const flags = { defaultCreator: false, defaultMember: false };
    store.roles.put({ id: newId('role'), createdAt: daysAgo(750), ...flags, ...role });
  }
}
