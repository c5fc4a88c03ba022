'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { toAppError } from '@/lib/server/to-app-error';
import { erase } from './erase';
import { type Erased, erasePersonInput } from './schema';

/**
 * Takes somebody who is deleted at Scalekit out of Keydesk's own copies. While Scalekit has the user, the next walk
 * would bring everything back, so that is refused. The log names the user by id.
 */
export const erasePerson = defineAction({
  permission: 'person.erase',
  input: erasePersonInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ userId, email }, { environment, scalekit }): Promise<Erased> => {
    const isThere = await scalekit.users.getUser({ identities: { case: 'id', value: userId } }).then(
      () => true,
      (cause) => {
        const error = toAppError(cause);
        if (error.code === 'not_found') return false;
        throw error;
      },
    );
    if (isThere)
      throw new AppError(
        'conflict',
        'Scalekit still has this user. Delete the user there first, then erase.',
      );
    return erase(environment, userId, email);
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
    reason: ({ reason }) => reason,
    result: (erased) => ({ details: erased }),
  },
});
