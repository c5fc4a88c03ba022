import 'server-only';
import { cache } from 'react';
import { CustomerError } from '@/lib/customer-error';
import { db } from '@/lib/db';
import { type CustomerVisit, currentVisit } from './customer-visit';

/** Whether staff have switched the customer's own page on for an organization. Read anew at each request. */
export async function isCustomerPageOn(environment: string, organizationId: string): Promise<boolean> {
  const where = { environment_organizationId: { environment, organizationId } };
  return (await db().customerPage.findUnique({ where, select: { environment: true } })) !== null;
}

/** What this browser's visit opens. `none`: no visit, or it is over; `off`: the page is not switched on. */
export type CustomerReading = { state: 'open'; visit: CustomerVisit } | { state: 'none' } | { state: 'off' };

/** The visit of this request with the switch of its organization, read once. */
export const readCustomer = cache(async (): Promise<CustomerReading> => {
  const visit = await currentVisit();
  if (!visit) return { state: 'none' };
  const isOn = await isCustomerPageOn(visit.environment, visit.organizationId);
  return isOn ? { state: 'open', visit } : { state: 'off' };
});

/**
 * The visit, where the page is on.
 * @throws CustomerError unauthenticated, forbidden
 */
export async function requireCustomer(): Promise<CustomerVisit> {
  const reading = await readCustomer();
  if (reading.state === 'open') return reading.visit;
  if (reading.state === 'off')
    throw new CustomerError('forbidden', 'This page was switched off. Ask the person who sent you the link.');
  throw new CustomerError('unauthenticated', 'Your visit is over. Open the link from your e-mail again.');
}
