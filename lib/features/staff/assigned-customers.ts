import 'server-only';
import { AppError } from '@/lib/errors';
import type { Staff } from '@/lib/generated/prisma/client';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { settle } from '@/lib/server/settle';
import { changedMeanwhile, keepAnAdmin, type Transaction } from './change-staff';

/**
 * Refuses ids that no organization of the environment has. Source: GET /organizations/{id}, all at once.
 * @throws AppError invalid beside the field, or what Scalekit answered
 */
export async function requireCustomers(ids: string[], scalekit: ScalekitClient): Promise<void> {
  const read = await Promise.all(
    ids.map((id) =>
      settle(scalekit.organizations.getOrganization({ identities: { case: 'id', value: id } })),
    ),
  );
  const missing: string[] = [];
  for (const [index, one] of read.entries()) {
    if (one.ok) continue;
    const { code, message, ...rest } = one.error;
    if (code !== 'not_found') throw new AppError(code, `Nothing was changed. ${message}`, rest);
    missing.push(ids[index] ?? '');
  }
  if (missing.length === 0) return;
  const sentence = `There is no such organization here: ${missing.join(', ')}.`;
  throw new AppError('invalid', sentence, { fieldErrors: { organizationIds: sentence } });
}

type Change = { staff: Staff; environment: string; chosen: string[] | null; was: string[] | null };

/**
 * Puts the chosen customers in place of those of this environment; null lifts the limit and forgets all lists.
 * @throws AppError conflict
 */
export async function replaceCustomers(store: Transaction, change: Change): Promise<void> {
  const { staff, environment, chosen, was } = change;
  const here = { staffId: staff.id, environment };
  const held = await store.staffCustomer.findMany({ where: here, select: { organizationId: true } });
  const now = staff.allCustomers ? null : held.map(({ organizationId }) => organizationId).sort();
  if (JSON.stringify(now) !== JSON.stringify(was && [...was].sort())) {
    changedMeanwhile(
      now ? `they are limited to ${now.length} customers here` : 'they may reach all customers',
    );
  }
  if (chosen) await keepAnAdmin(store, staff);
  await store.staff.update({ where: { id: staff.id }, data: { allCustomers: chosen === null } });
  await store.staffCustomer.deleteMany({ where: chosen ? here : { staffId: staff.id } });
  if (!chosen) return;
  await store.staffCustomer.createMany({
    data: chosen.map((organizationId) => ({ ...here, organizationId })),
  });
}
