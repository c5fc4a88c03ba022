import 'server-only';
import { findApiKey } from '@/lib/features/api-keys/find-api-key';
import { listAssignable } from '@/lib/features/connection-domains/queries';
import { checkCertificates } from '@/lib/features/connection-setup/queries';
import { readTest } from '@/lib/features/connection-tests/queries';
import { listDirectoryUsers, listGroupChoices } from '@/lib/features/directories/queries';
import { checkDomain, countDomainImpact } from '@/lib/features/domains/queries';
import { listAssignableRoles, searchMembers } from '@/lib/features/members/queries';
import { getNote } from '@/lib/features/notes/queries';
import { countMembersOnlyHere, measureBlastRadius } from '@/lib/features/organizations/blast-radius';
import { getRoleUse } from '@/lib/features/roles/holders';
import { countUsersByRole, listPermissionChoices } from '@/lib/features/roles/queries';
import { listOrganizationSessions } from '@/lib/features/sessions/walk';
import { inspectToken } from '@/lib/features/token-inspector/queries';
import { countUserImpact } from '@/lib/features/users/impact';
import { getSession, listSessions } from '@/lib/features/users/queries';

/** The reads that the browser may ask for while a page is open. Each still checks session, permission and scope. */
export const liveQueries = {
  'apiKeys.find': findApiKey,
  'connections.assignable-domains': listAssignable,
  'connections.test': readTest,
  'connections.certificates': checkCertificates,
  'directories.groupChoices': listGroupChoices,
  'directories.users': listDirectoryUsers,
  'domains.check': checkDomain,
  'domains.impact': countDomainImpact,
  'members.roles': listAssignableRoles,
  'members.search': searchMembers,
  'organizations.blastRadius': measureBlastRadius,
  'organizations.onlyHere': countMembersOnlyHere,
  'roles.counts': countUsersByRole,
  'roles.permissions': listPermissionChoices,
  'roles.use': getRoleUse,
  'notes.current': getNote,
  'sessions.ofOrganization': listOrganizationSessions,
  'tokens.inspect': inspectToken,
  'users.impact': countUserImpact,
  'users.session': getSession,
  'users.sessions': listSessions,
} as const;

export type LiveQueryName = keyof typeof liveQueries;
