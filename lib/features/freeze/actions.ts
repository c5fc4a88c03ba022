'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { endFreezeInput, startFreezeInput } from './schema';

const hourMs = 3_600_000;
const target = () => ({ type: 'environment' });

/**
 * Stops everything that would change something at Scalekit, from the next act on. One that lasts can be prolonged, and
 * not shortened: that would be ending it without the sign-in that ending asks for.
 */
export const startFreeze = defineAction({
  permission: 'freeze.start',
  input: startFreezeInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ reason, length }, { environment, principal }) => {
    const endsAt = length === 'open' ? null : new Date(Date.now() + Number(length) * hourMs);
    const written = await db().$executeRaw`
      INSERT INTO environment_freeze AS lasting (environment, reason, started_at, started_by_email, ends_at)
      VALUES (${environment}, ${reason}, date_trunc('milliseconds', now()), ${principal.email}, ${endsAt}::timestamptz)
      ON CONFLICT (environment) DO UPDATE SET reason = excluded.reason, started_at = excluded.started_at,
        started_by_email = excluded.started_by_email, ends_at = excluded.ends_at
      WHERE lasting.ends_at <= now()
        OR COALESCE(excluded.ends_at, 'infinity') >= COALESCE(lasting.ends_at, 'infinity')`;
    if (written === 0) {
      const words = `${environment} is frozen for longer than that. To end it earlier, end the freeze.`;
      throw new AppError('conflict', words);
    }
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
  run: async ({ startedAt }, { environment }) => {
    const { count } = await db().environmentFreeze.deleteMany({
      where: { environment, startedAt: new Date(startedAt) },
    });
    if (count === 0) throw new AppError('conflict', 'This freeze is over, or another one has begun since.');
    return null;
  },
  audit: { target, details: () => ({}) },
});
