import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toAppError } from '@/lib/server/to-app-error';

/** Whether Scalekit has the user, GET /users/{id}. @throws AppError for every other failure than that it is gone */
export function hasUser(scalekit: ScalekitClient, id: string): Promise<boolean> {
  return scalekit.users.getUser({ identities: { case: 'id', value: id } }).then(
    () => true,
    (cause) => {
      const error = toAppError(cause);
      if (error.code === 'not_found') return false;
      throw error;
    },
  );
}

/**
 * A connected account has the person's address for its name, and the next walk reads it again.
 * An environment that refuses the list, a preview operation, has none.
 * @throws AppError conflict when Scalekit still has accounts of the person
 */
export async function assertNoAccounts(
  { connectedAccounts }: ScalekitClient,
  userId: string,
  addresses: string[],
): Promise<void> {
  const count = (by: { userId: string } | { identifier: string }) =>
    connectedAccounts.listConnectedAccounts({ ...by, pageSize: 10 }).then(
      (page) => page.connectedAccounts.map(({ id }) => id),
      (cause) => {
        const error = toAppError(cause);
        if (['not_found', 'forbidden', 'invalid'].includes(error.code)) return [];
        throw error;
      },
    );
  const asked = [{ userId }, ...addresses.map((identifier) => ({ identifier }))];
  const ids = new Set((await Promise.all(asked.map(count))).flat());
  if (ids.size === 0) return;
  const accounts = ids.size === 1 ? 'a connected account' : 'connected accounts';
  throw new AppError(
    'conflict',
    `Scalekit still has ${accounts} of this person. Delete them under “Connected accounts” first, then erase.`,
  );
}
