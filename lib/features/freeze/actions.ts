'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { findFreeze } from '@/lib/server/freeze';
import { endFreezeInput, startFreezeInput } from './schema';

const hourMs = 3_600_000;
const target = () => ({ type: 'environment' });

/** Stops everything that would change something at Scalekit, from the next act on. A freeze that lasts is replaced. */
export const startFreeze = defineAction({
  permission: 'freeze.start',
  input: startFreezeInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ reason, length }, { environment, principal }) => {
    const startedAt = new Date();
    const endsAt = length === 'open' ? null : new Date(startedAt.getTime() + Number(length) * hourMs);
    const freeze = { reason, startedAt, endsAt, startedByEmail: principal.email };
    await db().environmentFreeze.upsert({
      where: { environment },
      create: { environment, ...freeze },
      update: freeze,
    });
    return null;
  },
  audit: {
    target,
    details: ({ length }) => ({ hours: length }),
    reason: ({ reason }) => reason,
  },
});

/** Lets everything go on. Jobs that waited are taken up within a minute. */
export const endFreeze = defineAction({
  permission: 'freeze.end',
  input: endFreezeInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment }) => {
    const lasted = await findFreeze(environment);
    await db().environmentFreeze.deleteMany({ where: { environment } });
    if (!lasted) throw new AppError('conflict', `${environment} is not frozen any more.`);
    return null;
  },
  audit: { target, details: () => ({}) },
});
