'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { knownAddresses } from './addresses';
import { assertNoAccounts, hasUser } from './at-scalekit';
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
    const [isThere, addresses] = await Promise.all([
      hasUser(scalekit, userId),
      knownAddresses(environment, userId, email),
    ]);
    if (isThere)
      throw new AppError(
        'conflict',
        'Scalekit still has this user. Delete the user there first, then erase.',
      );
    if (addresses.length === 0) throw addressNeeded();
    await assertNoAccounts(scalekit, userId, addresses);
    return erase({ environment, userId, addresses });
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
    reason: ({ reason }) => reason,
    result: (erased) => ({ details: erased }),
  },
});

/** Sign-ins stand under the address alone. Without one the answer "nothing was there" would not be true. */
function addressNeeded(): AppError {
  const sentence =
    'Keydesk knows no address of this user any more. Give it: sign-ins are kept under it alone.';
  return new AppError('invalid', sentence, { fieldErrors: { email: sentence } });
}
