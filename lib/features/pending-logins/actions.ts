'use server';
import type { JsonObject } from '@bufbuild/protobuf';
import { defineAction } from '@/lib/server/define-action';
import { requireReason } from '@/lib/server/require-reason';
import { readAttributes, type UpdatedLogin, updatePendingLoginInput } from './schema';
import { inWords, toUser } from './to-user';

/**
 * POST /connections/{connection}/auth-requests/{login request}/user: says who signed in at a login page of one's own.
 * The sign-in goes on as that person; neither who it is nor what is told of them is kept.
 */
export const updatePendingLogin = defineAction({
  permission: 'pending_login.update',
  input: updatePendingLoginInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: async (input, { scalekit }): Promise<UpdatedLogin> => {
    const { connectionId, loginRequestId } = input;
    const customAttributes = readAttributes(input.customAttributes) as JsonObject;
    const user = toUser(input, customAttributes);
    try {
      const answer = await scalekit.auth.updateLoginUserDetails({ connectionId, loginRequestId, user });
      return { authRequestId: answer.authRequestId };
    } catch (error) {
      throw inWords(error);
    }
  },
  audit: {
    target: ({ loginRequestId }) => ({ type: 'login_request', id: loginRequestId }),
    details: ({ connectionId, outcome }) => ({ connectionId, outcome }),
    reason: ({ reason }) => reason,
    result: ({ authRequestId }) => ({ details: { authRequestId } }),
  },
  refresh: false,
});
