import { createVisit } from '../e2e/fixtures/customer-visit';
import { visitCookie } from '../e2e/fixtures/portal-visitor';
import type { Organization } from '../e2e/fixtures/scalekit-api';
import type { WaterfallPage } from './waterfall-pages.data';

/** The pages of a customer's administrator whose round trips are counted, each with a visit of its own. */
export const waterfallCustomerPages: WaterfallPage[] = [
  {
    name: 'set-up for a customer',
    atMost: 1.5,
    find: async (api, _organization, databaseUrl) => {
      const organization = await api.createOrganization();
      return asCustomer(databaseUrl, organization, '/customer', 'There is none yet. Add yours');
    },
  },
  {
    name: 'members for a customer',
    atMost: 1.5,
    find: async (api, organization, databaseUrl) => {
      const { email } = await api.addMember(organization.id);
      return asCustomer(databaseUrl, organization, '/customer/members', email);
    },
  },
];

async function asCustomer(databaseUrl: string, organization: Organization, path: string, holds: string) {
  const { token } = await createVisit(databaseUrl, organization);
  return { path, holds, cookie: `${visitCookie}=${token}` };
}
