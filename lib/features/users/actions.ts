'use server';
import { defineAction } from '@/lib/server/define-action';
import { scopeOfSession, scopeOfUser } from './find-user';
import { sessionInput, userInput } from './schema';

/** POST /sessions/{id}/revoke: the person is signed out on that device. */
export const revokeSession = defineAction({
  permission: 'session.revoke',
  input: sessionInput,
  scope: scopeOfSession,
  run: async ({ sessionId }, { scalekit }) => {
    await scalekit.sessions.revokeSession({ sessionId });
    return null;
  },
  audit: {
    target: ({ sessionId }) => ({ type: 'session', id: sessionId }),
    details: ({ userId }) => ({ userId }),
  },
});

/** POST /users/{id}/sessions/revoke: every device, in every organization. Sessions that have ended stay as they are. */
export const revokeUserSessions = defineAction({
  permission: 'session.revoke_all',
  input: userInput,
  scope: ({ userId }, context) => scopeOfUser(userId, context),
  run: async ({ userId }, { scalekit }) => {
    const { totalRevoked } = await scalekit.sessions.revokeAllUserSessions({ userId });
    return { revoked: totalRevoked };
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
    result: ({ revoked }) => ({ details: { revoked } }),
  },
});
