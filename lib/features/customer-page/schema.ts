import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const getCustomerPageInput = z.object({ organizationId });

export const switchCustomerPageInput = z.object({ organizationId, on: z.boolean() });

/** The customer's own page as staff see it. Times are ISO 8601. `visits`: how many are open now. */
export type CustomerPageState = {
  on: { at: string; byEmail: string } | null;
  visits: number;
};
