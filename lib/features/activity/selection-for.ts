import 'server-only';
import type { ActivityFilter } from '@/lib/activity/filter';
import { ourStaff } from '@/lib/activity/our-staff';
import { can, type Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Selection } from './branches';

/**
 * What this person may see of a filter: limited people their customers' rows; the staff log, and who of our staff did
 * what, with the staff log's own permission.
 * @throws AppError forbidden when the filter asks who of our staff it was and the person may not know
 */
export function selectionFor(environment: string, principal: Principal, filter: ActivityFilter): Selection {
  const mayReadStaff = can(principal, 'staff_log.read');
  if (!mayReadStaff && filter.actor !== '' && filter.actor !== ourStaff) {
    const message = `Your role does not say who of our staff did what, so only the actor “${ourStaff}” filters.`;
    throw new AppError('forbidden', message);
  }
  return { environment, customers: principal.customers, mayReadStaff, filter };
}
