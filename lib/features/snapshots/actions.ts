'use server';
import { db } from '@/lib/db';
import { defineAction } from '@/lib/server/define-action';
import { wakeEnvironment } from '@/lib/server/environment-jobs';
import { snapshotQueue } from '@/lib/server/snapshots/keeping';
import { noInput } from './schema';

/** Asks for a walk over all organizations; one that runs goes on to its end first. No call to Scalekit leaves from here. */
export const walkNow = defineAction({
  permission: 'snapshot.walk',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment }) => {
    const asked = { requestedAt: new Date() };
    await db().snapshotWalk.upsert({
      where: { environment },
      create: { environment, ...asked },
      update: asked,
    });
    await wakeEnvironment(snapshotQueue, environment);
    return {};
  },
  audit: {
    target: () => ({ type: 'walk' }),
    details: () => ({}),
  },
});
