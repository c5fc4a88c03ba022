'use server';
import { isFreshSignIn } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { type RevealedSecret, revealInput } from './schema';
import { openSealed } from './seal';
import { sendingAs } from './send';

/** One call of an operation that reads. Kept nowhere, like all that follow. */
export const sendRead = defineAction({ permission: 'api.read', ...sendingAs('read') });

/** One whose answer is a secret: asks for a fresh sign-in, and in production for a reason. */
export const sendReadSecrets = defineAction({ permission: 'api.read_secrets', ...sendingAs('read_secrets') });

/** One whose answer is a customer's own content. */
export const sendReadContent = defineAction({ permission: 'api.read_content', ...sendingAs('read_content') });

/** One that acts as a person, or lets somebody do so. */
export const sendActAsPerson = defineAction({
  permission: 'api.act_as_person',
  ...sendingAs('act_as_person'),
});

export const sendWrite = defineAction({ permission: 'api.write', ...sendingAs('write') });

/** One that revokes or ends: no fresh sign-in, no reason, never delayed. */
export const sendContain = defineAction({ permission: 'api.contain', ...sendingAs('contain') });

/** A write whose answer holds a new secret. */
export const sendIssueSecret = defineAction({ permission: 'api.issue_secret', ...sendingAs('issue_secret') });

export const sendDestroy = defineAction({ permission: 'api.destroy', ...sendingAs('destroy') });

/** A secret of an answer that this session got within the last ten minutes. No call is made, and nothing was stored. */
export const revealSecret = defineAction({
  permission: 'api.reveal',
  input: revealInput,
  scope: ({ sealed }, context) => {
    const { at, organizationId } = openSealed(sealed, context);
    const { authTime } = context.principal;
    // Whoever proved themselves before the call need not do it again: the page, and the answer with it, would be gone.
    if (!isFreshSignIn(authTime, at) && !isFreshSignIn(authTime)) {
      throw new AppError('unauthenticated', 'Confirm who you are: sign in again to do this.', {
        stepUp: true,
      });
    }
    return organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' };
  },
  run: async ({ sealed }, context): Promise<RevealedSecret> => {
    const { operation, path, value } = openSealed(sealed, context);
    return { operation, path, value };
  },
  audit: {
    target: () => ({ type: 'api_operation' }),
    details: () => ({}),
    result: ({ operation, path }) => ({
      target: { type: 'api_operation', id: operation },
      details: { field: path },
    }),
  },
  refresh: false,
});
