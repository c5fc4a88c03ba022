import 'server-only';
import { db } from '@/lib/db';
import { defineQuery } from '@/lib/server/define-query';
import { type CustomerPageState, getCustomerPageInput } from './schema';

/** Whether the customer has a page of their own, and how many of them are on it. Source: Keydesk's own records. */
export const getCustomerPage = defineQuery({
  permission: 'customer_page.read',
  input: getCustomerPageInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { environment }): Promise<CustomerPageState> => {
    const now = new Date();
    const [row, visits] = await Promise.all([
      db().customerPage.findUnique({
        where: { environment_organizationId: { environment, organizationId } },
      }),
      db().portalLinkVisit.count({
        where: {
          ...{ environment, organizationId, endedAt: null, expiresAt: { gt: now } },
          link: { revokedAt: null, expiresAt: { gt: now } },
        },
      }),
    ]);
    return {
      on: row && { at: row.switchedOnAt.toISOString(), byEmail: row.switchedOnByEmail },
      visits,
    };
  },
});
