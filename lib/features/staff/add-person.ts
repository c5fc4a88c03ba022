import 'server-only';
import type { Role } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { asAdmin } from './change-staff';

type Person = {
  email: string;
  name: string;
  role: Role;
  environment: string;
  /** Organizations of the environment; null for all customers everywhere. */
  chosen: string[] | null;
};

/**
 * Adds a row without a subject, which a first sign-in takes over.
 * @returns its id
 * @throws AppError invalid beside the field when somebody has this address already
 */
export async function addPerson(principal: Principal, person: Person): Promise<string> {
  const { email, name, role, environment, chosen } = person;
  return asAdmin(principal, async (store) => {
    const held = await store.staff.findFirst({ where: { email: { equals: email, mode: 'insensitive' } } });
    if (held) {
      const sentence = `${email} is among the staff already${held.disabledAt ? ', deactivated' : ''}.`;
      throw new AppError('invalid', sentence, { fieldErrors: { email: sentence } });
    }
    const { id } = await store.staff.create({
      data: {
        ...{ email, name: name || email, role, effectiveRole: role },
        allCustomers: chosen === null,
        customers: { create: (chosen ?? []).map((organizationId) => ({ environment, organizationId })) },
      },
    });
    return id;
  });
}
