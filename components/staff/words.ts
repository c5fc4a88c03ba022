import type { RoleOrigin, StaffRow } from '@/lib/features/staff/schema';
import { formatQuantity } from '@/lib/format';

export const originLabels: Record<RoleOrigin, string> = {
  row: 'set here',
  claim: 'claim at sign-in',
  bootstrap: 'bootstrap list',
  unknown: 'from the sign-in',
};

/** `All`, `3 customers here` */
export function customersWords({ customers }: Pick<StaffRow, 'customers'>): string {
  return customers === null ? 'All' : `${formatQuantity(customers, 'customer')} here`;
}
