'use server';
import { db } from '@/lib/db';
import { defineAction } from '@/lib/server/define-action';
import { switchCustomerPageInput } from './schema';

/**
 * Switches the customer's own page. On: only for an organization that Scalekit knows. Off: our own record alone, so that
 * it holds even when Scalekit cannot be reached; open visits are refused with their next request.
 */
export const switchCustomerPage = defineAction({
  permission: 'customer_page.switch',
  input: switchCustomerPageInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, on }, { environment, principal, scalekit }) => {
    const key = { environment, organizationId };
    if (!on) {
      await db().customerPage.deleteMany({ where: key });
      return null;
    }
    await scalekit.organizations.getOrganization({ identities: { case: 'id', value: organizationId } });
    const by = { switchedOnById: principal.staffId, switchedOnByEmail: principal.email };
    await db().customerPage.upsert({
      where: { environment_organizationId: key },
      create: { ...key, ...by },
      update: {},
    });
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: ({ on }) => ({ on }),
  },
});
