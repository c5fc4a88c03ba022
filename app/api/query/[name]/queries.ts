import 'server-only';
import { listAssignableRoles, searchMembers } from '@/lib/features/members/queries';
import { countOrganizationImpact } from '@/lib/features/organizations/queries';

/** The reads that the browser may ask for while a page is open. Each still checks session, permission and scope. */
export const liveQueries = {
  'members.roles': listAssignableRoles,
  'members.search': searchMembers,
  'organizations.impact': countOrganizationImpact,
} as const;

export type LiveQueryName = keyof typeof liveQueries;
