import 'server-only';
import { db } from '@/lib/db';
import type { ActivityPush } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { countLimit, noInput, type PushFormat, type PushView } from './schema';
import { bothUntil } from './secret';

type Backlog = { pushId: string; waiting: number; oldestAt: Date | null };

/** The environment's pushes by name, and how each fares. Source: our own tables. */
export const listActivityPushes = defineQuery({
  permission: 'activity_push.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: async (_input, { environment }): Promise<PushView[]> => {
    const [pushes, backlogs] = await Promise.all([
      db().activityPush.findMany({ where: { environment }, orderBy: { name: 'asc' } }),
      db().$queryRaw<Backlog[]>`
        SELECT p.id AS "pushId",
          (SELECT count(*)::int FROM (
            SELECT 1 FROM activity_push_item WHERE push_id = p.id LIMIT ${countLimit}) AS counted) AS waiting,
          (SELECT at FROM activity_push_item WHERE push_id = p.id ORDER BY seq LIMIT 1) AS "oldestAt"
        FROM activity_push AS p WHERE p.environment = ${environment}`,
    ]);
    return pushes.map((push) =>
      toView(
        push,
        backlogs.find(({ pushId }) => pushId === push.id),
      ),
    );
  },
});

function toView(push: ActivityPush, backlog: Backlog | undefined): PushView {
  const { id, name, url, types, staff, failures, lastError, createdByEmail } = push;
  return {
    ...{ pushId: id, name, url, types, staff, failures, lastError, createdBy: createdByEmail },
    format: push.format as PushFormat,
    outcome: push.outcome as PushView['outcome'],
    state: stateOf(push),
    pausedAt: toText(push.pausedAt),
    pausedBy: push.pausedByEmail,
    bothUntil: toText(bothUntil(push)),
    backlog: backlog?.waiting ?? 0,
    oldestAt: toText(backlog?.oldestAt ?? null),
    delivered: Number(push.deliveredCount),
    lastDeliveredAt: toText(push.lastDelivered),
    nextTryAt: push.pausedAt ? null : toText(push.nextTryAt),
    dropped: Number(push.droppedCount),
    droppedAt: toText(push.droppedAt),
    createdAt: push.createdAt.toISOString(),
  };
}

function stateOf({ pausedAt, pausedByEmail, failures }: ActivityPush): PushView['state'] {
  if (pausedAt) return pausedByEmail === null ? 'gave_up' : 'paused';
  return failures > 0 ? 'failing' : 'delivering';
}

function toText(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
