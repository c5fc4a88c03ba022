import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '@/lib/server/action-definition';
import { mostOpenWatches, type startWatchInput, watchDays } from './schema';

/**
 * Writes a watch, or finds the one that is open already.
 * @throws AppError not_found for a connection that is not this organization's, conflict at the limit
 */
export async function addWatch(
  input: z.output<typeof startWatchInput>,
  { environment, principal, scalekit }: ActionContext,
): Promise<{ watchId: string }> {
  const subject = {
    environment,
    organizationId: input.organizationId || null,
    connectionId: input.connectionId || null,
    email: input.email || null,
    createdById: principal.staffId,
  };
  const open = { createdById: principal.staffId, environment, state: 'open' };
  const [same, count] = await Promise.all([
    db().signInWatch.findFirst({ where: { ...subject, state: 'open' }, select: { id: true } }),
    db().signInWatch.count({ where: open }),
    // Else somebody could watch another customer's connection under an organization of theirs.
    input.connectionId
      ? scalekit.connections.getConnection({ organizationId: input.organizationId, id: input.connectionId })
      : null,
  ]);
  if (same) return { watchId: same.id };
  if (count >= mostOpenWatches)
    throw new AppError('conflict', `You have ${count} watches open, which is the most. End one first.`);
  const watch = await db().signInWatch.create({
    data: {
      ...subject,
      ticket: input.ticket || null,
      createdByEmail: principal.email,
      endsAt: new Date(Date.now() + watchDays * 86_400_000),
    },
  });
  return { watchId: watch.id };
}
