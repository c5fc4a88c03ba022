'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { acknowledgeInput } from './schema';

/** Somebody has seen it: the alarm leaves the desk and the customer's pages. The users stay deleted. */
export const acknowledgeAlarm = defineAction({
  permission: 'directory.acknowledge_alarm',
  input: acknowledgeInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, alarmId: id }, { environment, principal }) => {
    const { count } = await db().directoryAlarm.updateMany({
      where: { id, environment, organizationId, acknowledgedAt: null },
      data: { acknowledgedAt: new Date(), acknowledgedByEmail: principal.email },
    });
    if (count === 0) throw new AppError('not_found', 'Somebody has acknowledged this alarm already.');
    return null;
  },
  audit: {
    target: ({ alarmId }) => ({ type: 'directory_alarm', id: alarmId }),
    details: () => ({}),
  },
});
