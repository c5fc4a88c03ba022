import 'server-only';
import { AppError } from '@/lib/errors';
import { organizationsOfSession } from '@/lib/scalekit/session-organizations';
import { describeAction } from '@/lib/server/action-definition';
import { endInOrganizationInput } from './schema';

/**
 * POST /sessions/{id}/revoke, after the session was proven to be signed in to the organization: the route itself
 * does not say whose session it is. One item of ending all sessions of an organization.
 */
export const ending = describeAction({
  permission: 'session.end_of_organization',
  input: endInOrganizationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, sessionId }, { scalekit }) => {
    const session = await scalekit.sessions.getSession({ sessionId });
    if (!organizationsOfSession(session).includes(organizationId)) {
      throw new AppError('not_found', 'This session is not signed in to the organization.');
    }
    if (session.status === 'active') await scalekit.sessions.revokeSession({ sessionId });
    return { userId: session.userId };
  },
  audit: {
    target: ({ sessionId }) => ({ type: 'session', id: sessionId }),
    details: () => ({}),
    result: ({ userId }) => ({ details: { userId } }),
  },
});
