import { randomUUID } from 'node:crypto';
import { createEnvironmentRole } from '@/lib/features/environment-roles/actions';
import { scalekitClient } from '@/lib/scalekit/client';
import { testPrincipal } from './principal';
import { write } from './write';

/** Who may change roles of the environment. */
export const lead = () => testPrincipal({ role: 'lead' });

/** Who may delete them. */
export const admin = () => testPrincipal({ role: 'admin' });

const word = () => randomUUID().slice(0, 8).replaceAll('-', '_');

/** A role that nobody has made yet. */
export const newRole = () => ({
  name: `clerk_${word()}`,
  displayName: 'Yard clerk',
  description: 'Looks after the yard',
  extends: 'member',
  permissions: [] as string[],
});

/** A permission of the environment that no role has. */
export async function newPermission(): Promise<string> {
  const name = `yard_${word()}:read`;
  await scalekitClient('production').roles.createPermission({ permission: { name, description: '' } });
  return name;
}

/** A role of the environment that nobody has. */
export async function made(part: Partial<ReturnType<typeof newRole>> = {}) {
  const role = { ...newRole(), ...part };
  await write(createEnvironmentRole, role, lead());
  return { name: role.name };
}

/** The role as Scalekit now has it, with the names of its own permissions. */
export async function find(roleName: string) {
  const { role } = await scalekitClient('production').roles.getRole({ roleName, include: 'permissions' });
  return role && { ...role, permissions: role.permissions.map(({ name }) => name).sort() };
}
