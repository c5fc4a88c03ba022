import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { Prisma, Staff } from '@/lib/generated/prisma/client';

export type Transaction = Prisma.TransactionClient;

/**
 * Changes somebody's standing, one change in the whole console at a time: two administrators who take each other's role
 * are heard one after the other, and the second is no administrator any more.
 * @throws AppError not_found, forbidden when who asks has lost their own standing in the meantime
 */
export async function changeStaff<Data>(
  principal: Principal,
  staffId: string,
  change: (store: Transaction, staff: Staff) => Promise<Data>,
): Promise<Data> {
  return asAdmin(principal, async (store) => {
    const staff = await store.staff.findUnique({ where: { id: staffId } });
    if (!staff) throw new AppError('not_found', 'There is nobody like this among the staff.');
    return change(store, staff);
  });
}

/** Does something to the staff as one who is an administrator of everything while it is done. @throws as changeStaff */
export async function asAdmin<Data>(
  principal: Principal,
  change: (store: Transaction) => Promise<Data>,
): Promise<Data> {
  return db().$transaction(async (store) => {
    await store.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('keydesk staff', 0))`;
    const actor = await store.staff.findUnique({ where: { id: principal.staffId } });
    if (!actor || !isFullAdmin(actor)) {
      throw new AppError('forbidden', 'You are no administrator any more: somebody changed it a moment ago.');
    }
    return change(store);
  });
}

/** True for an administrator of everything who may sign in. */
function isFullAdmin(staff: Staff): boolean {
  return (staff.role ?? staff.effectiveRole) === 'admin' && staff.allCustomers && staff.disabledAt === null;
}

/**
 * Refuses a change after which nobody could change anything. Somebody who never signed in does not count: whether they
 * can is not known.
 * @throws AppError conflict
 */
export async function keepAnAdmin(store: Transaction, staff: Staff): Promise<void> {
  if (!isFullAdmin(staff)) return;
  const others = await store.staff.count({
    where: {
      ...{ id: { not: staff.id }, disabledAt: null, allCustomers: true, lastSignInAt: { not: null } },
      OR: [{ role: 'admin' }, { role: null, effectiveRole: 'admin' }],
    },
  });
  if (others > 0) return;
  throw new AppError(
    'conflict',
    `${staff.name} is the last active administrator. Make somebody else one first.`,
  );
}

/**
 * A change that hits oneself asks for one's own address, typed.
 * @throws AppError invalid
 */
export function requireOwnAddress(principal: Principal, staffId: string, typed: string): void {
  if (staffId !== principal.staffId || typed === principal.email.toLowerCase()) return;
  const sentence = `This changes what you yourself may do. Type ${principal.email} to confirm it.`;
  throw new AppError('invalid', sentence, { fieldErrors: { confirmOwn: sentence } });
}

/** @throws AppError conflict */
export function changedMeanwhile(now: string): never {
  throw new AppError('conflict', `Somebody changed this in the meantime: ${now}. Reload the page.`);
}
