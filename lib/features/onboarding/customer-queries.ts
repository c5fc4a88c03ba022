import 'server-only';
import { z } from 'zod';
import { defineCustomerQuery } from '@/lib/server/define-customer-query';
import { loadOnboarding } from './load-onboarding';
import { type CustomerStep, customerSteps } from './schema';

/** How far the set-up of the visit's organization is, by the same judge as the console's. */
export const listOwnSteps = defineCustomerQuery({
  permission: 'onboarding.read',
  input: z.object({}),
  load: async (_input, { organizationId, ...context }): Promise<CustomerStep[]> => {
    const { steps } = await loadOnboarding(organizationId, context);
    return steps
      .filter((step) => customerSteps.includes(step.name))
      .map(({ name, state, who }) => ({ name, state, who }));
  },
});
