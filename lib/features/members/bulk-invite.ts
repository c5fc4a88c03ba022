import 'server-only';
import { bulkKind } from '@/lib/server/bulk/kind';
import { invitation } from './invitation';

/** Invites one after the other. An address that belongs to a member already is not invited again. */
export const bulkInvite = bulkKind({
  definition: invitation,
  doneSentence: 'Invited.',
  lookUp: async ({ organizationId, email }, scalekit) => {
    const page = await scalekit.users.searchOrganizationUsers({ organizationId, query: email, pageSize: 30 });
    const found = page.users.some((user) => user.email.toLowerCase() === email.toLowerCase());
    return found ? 'They are a member, or invited.' : null;
  },
});
