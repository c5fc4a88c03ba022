import 'server-only';
import { getActivityCache } from '@/lib/features/activity-cache/queries';
import { listActivityPushes } from '@/lib/features/activity-push/queries';
import { findApiKey } from '@/lib/features/api-keys/find-api-key';
import { countAppConnectionImpact, listAppConnections } from '@/lib/features/app-connections/queries';
import { compareCertificates, watchSignIn } from '@/lib/features/certificate-rotation/queries';
import { countAccountImpact } from '@/lib/features/connected-accounts/queries';
import { listAssignable } from '@/lib/features/connection-domains/queries';
import { checkCertificates } from '@/lib/features/connection-setup/queries';
import { readTest } from '@/lib/features/connection-tests/queries';
import { listDirectoryUsers, listGroupChoices } from '@/lib/features/directories/queries';
import { diagnoseLogin } from '@/lib/features/doctor/queries';
import { findDomainHolder } from '@/lib/features/domains/moves';
import { checkDomain, countDomainImpact } from '@/lib/features/domains/queries';
import {
  countUsersByEnvironmentRole,
  getEnvironmentRoleUse,
  listDirectPermissions,
  listEnvironmentRoles,
} from '@/lib/features/environment-roles/queries';
import { getFreeze } from '@/lib/features/freeze/queries';
import { getHandOver } from '@/lib/features/hand-overs/queries';
import { readReport } from '@/lib/features/jobs/queries';
import { countMcpConfigImpact, listMcpConnectionChoices } from '@/lib/features/mcp-configs/queries';
import { listAssignableRoles, previewImport, searchMembers } from '@/lib/features/members/queries';
import { getNote } from '@/lib/features/notes/queries';
import { countMembersOnlyHere, measureBlastRadius } from '@/lib/features/organizations/blast-radius';
import { askAnything, findAnything, readIndexState, readPaletteHome } from '@/lib/features/palette/queries';
import { listComparedDirectoryUsers, listComparedMembers } from '@/lib/features/people-comparison/queries';
import {
  getPermissionUse,
  listPermissionChoices as listEnvironmentPermissionChoices,
} from '@/lib/features/permissions/queries';
import { countProviderImpact, listProviderChoices } from '@/lib/features/providers/queries';
import { getRoleUse } from '@/lib/features/roles/holders';
import { countUsersByRole, listPermissionChoices } from '@/lib/features/roles/queries';
import { getWatchNews } from '@/lib/features/sign-in-watches/queries';
import { findAssignable } from '@/lib/features/staff/queries';
import { checkChain } from '@/lib/features/staff-log/chain';
import { inspectToken } from '@/lib/features/token-inspector/queries';
import { countUserImpact } from '@/lib/features/users/impact';
import { getSession, listSessions } from '@/lib/features/users/queries';

/** The reads that the browser may ask for while a page is open. Each still checks session, permission and scope. */
export const liveQueries = {
  'activityCache.state': getActivityCache,
  'activityPush.list': listActivityPushes,
  'certificates.compare': compareCertificates,
  'certificates.watch': watchSignIn,
  'appConnections.impact': countAppConnectionImpact,
  'appConnections.list': listAppConnections,
  'apiKeys.find': findApiKey,
  'connectedAccounts.impact': countAccountImpact,
  'connections.assignable-domains': listAssignable,
  'connections.test': readTest,
  'connections.certificates': checkCertificates,
  'directories.groupChoices': listGroupChoices,
  'directories.users': listDirectoryUsers,
  'doctor.diagnose': diagnoseLogin,
  'doctor.watchNews': getWatchNews,
  'freeze.get': getFreeze,
  'domains.check': checkDomain,
  'domains.holder': findDomainHolder,
  'domains.impact': countDomainImpact,
  'handOvers.one': getHandOver,
  'environmentRoles.counts': countUsersByEnvironmentRole,
  'environmentRoles.directPermissions': listDirectPermissions,
  'environmentRoles.list': listEnvironmentRoles,
  'environmentRoles.use': getEnvironmentRoleUse,
  'jobs.report': readReport,
  'mcp.connections': listMcpConnectionChoices,
  'mcp.impact': countMcpConfigImpact,
  'members.previewImport': previewImport,
  'members.roles': listAssignableRoles,
  'members.search': searchMembers,
  'organizations.blastRadius': measureBlastRadius,
  'organizations.onlyHere': countMembersOnlyHere,
  'palette.ask': askAnything,
  'palette.find': findAnything,
  'palette.home': readPaletteHome,
  'palette.index': readIndexState,
  'people.directoryUsers': listComparedDirectoryUsers,
  'people.members': listComparedMembers,
  'permissions.choices': listEnvironmentPermissionChoices,
  'permissions.use': getPermissionUse,
  'providers.choices': listProviderChoices,
  'providers.impact': countProviderImpact,
  'roles.counts': countUsersByRole,
  'roles.permissions': listPermissionChoices,
  'roles.use': getRoleUse,
  'notes.current': getNote,
  'staffLog.checkChain': checkChain,
  'staff.findCustomers': findAssignable,
  'tokens.inspect': inspectToken,
  'users.impact': countUserImpact,
  'users.session': getSession,
  'users.sessions': listSessions,
} as const;

export type LiveQueryName = keyof typeof liveQueries;
