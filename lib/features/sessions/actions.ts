'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { organizationsOfSession } from './rows';
import { endInOrganizationInput } from './schema';

/**
 * POST /sessions/{id}/revoke, after the session was proven to be signed in to the organization: the route itself
 * does not say whose session it is. One step of ending all sessions of an organization.
 */
export const endOrganizationSession = defineAction({
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
  // The dialog shows its own progress; reading the page again after each session would cost more than ending it.
  refresh: false,
});
