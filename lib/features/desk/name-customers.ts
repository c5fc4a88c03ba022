import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { defineQuery } from '@/lib/server/define-query';
import { writeDocuments } from '@/lib/server/search-index/store';
import { organizationDocument } from '@/lib/server/search-index/to-documents';
import { nameCustomersInput } from './schema';

const pageSize = 100;

/**
 * Names (id to name) of customers that neither the snapshots nor the index know yet, as in the first minutes of a new
 * environment. One call, whose answer the index keeps; who is not on that page stays without a name until the walk has
 * come by. Source: GET /organizations.
 */
export const nameCustomers = defineQuery({
  permission: 'organization.read',
  input: nameCustomersInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ ids }, { environment, principal, scalekit }): Promise<Record<string, string>> => {
    const at = new Date();
    const { organizations } = await scalekit.organizations.listOrganization({ pageSize });
    await writeDocuments(environment, organizations.map(organizationDocument), at);
    const asked = organizations.filter(({ id }) => ids.includes(id) && mayReach(principal, id));
    return Object.fromEntries(asked.map(({ id, displayName }) => [id, displayName]));
  },
});
