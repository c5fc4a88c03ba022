'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { addWatch } from './add-watch';
import { endWatchInput, startWatchInput } from './schema';

/** Begins to look for the next good sign-in. A second one of the same person for the same thing is the first. */
export const startWatch = defineAction({
  permission: 'sign_in_watch.start',
  input: startWatchInput,
  scope: ({ organizationId }) =>
    organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' },
  run: (input, context) => addWatch(input, context),
  audit: {
    target: () => ({ type: 'sign_in_watch' }),
    // The address is a customer's: the log names the organization and the connection.
    details: ({ connectionId, email }) => ({ connectionId, byAddress: email !== '' }),
    result: ({ watchId }) => ({ target: { type: 'sign_in_watch', id: watchId } }),
  },
});

/** Ends one of one's own watches, or puts its news away. */
export const endWatch = defineAction({
  permission: 'sign_in_watch.end',
  input: endWatchInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ watchId: id }, { environment, principal }) => {
    const where = { id, environment, createdById: principal.staffId, dismissedAt: null };
    const dismissedAt = new Date();
    const { count } = await db().signInWatch.updateMany({ where, data: { dismissedAt } });
    if (count === 0) throw new AppError('not_found', 'You have no such watch any more.');
    await db().signInWatch.updateMany({ where: { id, state: 'open' }, data: { state: 'ended' } });
    return null;
  },
  audit: {
    target: ({ watchId }) => ({ type: 'sign_in_watch', id: watchId }),
    details: () => ({}),
  },
});
