import 'server-only';
import { z } from 'zod';
import { defineQuery } from '@/lib/server/define-query';
import { findFreeze } from '@/lib/server/freeze';
import type { FreezeView } from './schema';

/** The freeze that the environment is under, for everybody whom it stops. Source: own record. */
export const getFreeze = defineQuery({
  permission: 'freeze.read',
  input: z.object({}),
  // Says nothing about any customer.
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment }): Promise<FreezeView | null> => {
    const freeze = await findFreeze(environment);
    return (
      freeze && {
        reason: freeze.reason,
        startedAt: freeze.startedAt.toISOString(),
        startedByEmail: freeze.startedByEmail,
        endsAt: freeze.endsAt?.toISOString() ?? null,
      }
    );
  },
});
