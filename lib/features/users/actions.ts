'use server';
import { createContextValues } from '@connectrpc/connect';
import { AppError } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import { bodyOverride } from '@/lib/scalekit/rest/transport';
import { defineAction } from '@/lib/server/define-action';
import { scopeOfSession, scopeOfUser } from '@/lib/server/find-user';
import { deleteUserInput, sessionInput, updateUserInput, userInput } from './schema';

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

/** PATCH /users/{id}. Sends only the fields that are present; metadata replaces the whole map. */
export const updateUser = defineAction({
  permission: 'user.update',
  input: updateUserInput,
  scope: ({ userId }, context) => scopeOfUser(userId, context),
  run: async ({ userId, externalId, metadata, ...profile }, { scalekit }) => {
    // An empty map vanishes from proto3 JSON: clearing has to be said in the body itself.
    const clears = metadata?.length === 0;
    const userProfile = Object.values(profile).some((value) => value !== undefined) ? profile : undefined;
    await scalekit.users.updateUser(
      {
        identities: { case: 'id', value: userId },
        user: { externalId, userProfile, metadata: metadata && toMap(metadata) },
      },
      clears ? { contextValues: createContextValues().set(bodyOverride, { metadata: {} }) } : undefined,
    );
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    // Which fields, not what a person is called or how to phone them.
    details: ({ userId: _id, metadata, externalId, ...profile }) => ({
      fields: Object.entries(profile).flatMap(([name, value]) => (value === undefined ? [] : [name])),
      ...(externalId !== undefined && { externalId }),
      ...(metadata && { metadataKeys: metadata.map((row) => row.key) }),
    }),
  },
});

/** DELETE /users/{id}, after the typed e-mail was compared with the live one. */
export const deleteUser = defineAction({
  permission: 'user.delete',
  input: deleteUserInput,
  scope: ({ userId }, context) => scopeOfUser(userId, context),
  run: async ({ userId, confirmEmail }, { scalekit }) => {
    const identities = { case: 'id', value: userId } as const;
    const { user } = await scalekit.users.getUser({ identities });
    if (!user || user.email !== confirmEmail.trim()) {
      const fieldErrors = { confirmEmail: `Type the e-mail as it is: ${user?.email}` };
      throw new AppError('invalid', 'The typed e-mail does not match.', { fieldErrors });
    }
    await scalekit.users.deleteUser({ identities });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
  },
  // The page behind the dialog is about to be gone.
  refresh: false,
});
