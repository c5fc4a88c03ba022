import 'server-only';
import { partsChangedBy } from '@/lib/audit/snapshots/find-actor';
import { type StoredChange, selectChanges } from '@/lib/audit/snapshots/read-changes';
import { can, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { isWaiting } from '@/lib/noted-times';
import { defineQuery } from '@/lib/server/define-query';
import { longestWaitMs, readWalk } from '@/lib/server/snapshots/walk';
import {
  type ChangeActor,
  type ChangeEntry,
  type ChangeHistory,
  type ChangingPart,
  changesInput,
  changesShown,
  changingParts,
  noInput,
  type WalkState,
} from './schema';

type About = {
  environment: string;
  organizationId: string;
  about: { part: ChangingPart; id: string } | null;
};

/**
 * Who changed a thing (or anything of an organization), when, and what it was before: differences between snapshots and
 * our own acts together, newest first. Source: Keydesk's own records, no call.
 */
export const listChanges = defineQuery({
  permission: 'snapshot.read',
  input: changesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { environment, principal }): Promise<ChangeHistory> => {
    const place = { environment, ...input };
    const [found, acts, seen] = await Promise.all([
      selectChanges({
        ...{ environment, organizationId: input.organizationId, id: input.about?.id },
        ...{ parts: input.about ? [input.about.part] : changingParts, limit: changesShown + 1 },
      }),
      can(principal, 'staff_log.read') ? selectActs(place) : [],
      input.about ? readSeen(place) : null,
    ]);
    const told = new Set(found.flatMap(({ data }) => data.intents ?? []));
    const entries = [
      ...found.map((row) => toChange(row, principal)),
      // What a difference tells already is told once, with what it was before.
      ...acts.filter(({ intentId }) => !told.has(String(intentId))).map(toAct),
    ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
    return {
      name: seen?.name ?? null,
      seen: seen?.seen ?? null,
      entries: entries.slice(0, changesShown),
      more: entries.length > changesShown,
    };
  },
});

function selectActs({ environment, organizationId, about }: About) {
  const nouns = about ? [about.part] : changingParts;
  return db().staffLog.findMany({
    where: {
      environment,
      organizationId,
      kind: 'outcome',
      outcome: { in: ['ok', 'unknown'] },
      OR: nouns.map((noun) => ({ action: { startsWith: `${noun}.` } })),
      ...(about ? { targetId: about.id } : {}),
    },
    orderBy: { id: 'desc' },
    take: changesShown + 1,
    select: {
      id: true,
      at: true,
      action: true,
      actorEmail: true,
      targetId: true,
      outcome: true,
      intentId: true,
    },
  });
}

async function readSeen({ environment, organizationId, about }: About) {
  const versions = await db().organizationSnapshot.findMany({
    where: { environment, organizationId, part: about?.part, objectId: about?.id },
    orderBy: { takenAt: 'asc' },
    select: { name: true, takenAt: true, seenAt: true, endedAt: true },
  });
  const [first, last] = [versions.at(0), versions.at(-1)];
  if (!first || !last) return null;
  return {
    name: last.name,
    seen: {
      first: first.takenAt.toISOString(),
      last: last.seenAt.toISOString(),
      unchangedSince: last.takenAt.toISOString(),
      isGone: last.endedAt !== null,
    },
  };
}

function toChange(
  { id, type, at, since, actor, targetId, data }: StoredChange,
  reader: Principal,
): ChangeEntry {
  const [part, verb] = type.split('.') as [ChangingPart, 'changed' | 'added' | 'removed'];
  return {
    ...{ id, kind: 'change', verb, part, name: data.name, objectId: targetId },
    ...{ at: at.toISOString(), since: since?.toISOString() ?? null },
    actor: actorFor(actor, reader),
    fields: data.fields,
    ...{ action: null, outcome: null },
  };
}

/** Who of the staff did what is the staff log's to tell. */
function actorFor(email: string | null, reader: Principal): ChangeActor {
  if (!email) return { kind: 'outside' };
  return can(reader, 'staff_log.read') ? { kind: 'person', email } : { kind: 'staff' };
}

function toAct(row: Awaited<ReturnType<typeof selectActs>>[number]): ChangeEntry {
  const parts = partsChangedBy(row.action);
  const part = parts.find((one) => row.action.startsWith(`${one}.`)) ?? parts[0];
  return {
    ...{ id: String(row.id), kind: 'act', verb: null, part: (part ?? 'organization') as ChangingPart },
    ...{ name: row.targetId ?? '', objectId: row.targetId ?? '', at: row.at.toISOString(), since: null },
    ...{ actor: { kind: 'person', email: row.actorEmail }, fields: [], action: row.action },
    outcome: row.outcome === 'unknown' ? 'unknown' : 'ok',
  };
}

/** How far the walk over all organizations is, and how old what it knows. Source: Keydesk's own records. */
export const getWalkState = defineQuery({
  permission: 'system.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: async (_input, { environment }): Promise<WalkState> => {
    const [walk, oldest, waiting] = await Promise.all([
      readWalk(environment),
      db().organizationSnapshot.aggregate({
        where: { environment, part: 'organization', endedAt: null },
        _min: { seenAt: true },
      }),
      db().snapshotPart.count({ where: { environment, staleAt: { not: null } } }),
    ]);
    const waits = isWaiting(walk.waitUntil, longestWaitMs) ? walk.waitUntil : null;
    return {
      everyHours: env().SNAPSHOT_WALK_HOURS,
      startedAt: walk.startedAt?.toISOString() ?? null,
      finishedAt: walk.finishedAt?.toISOString() ?? null,
      isAsked: walk.requestedAt !== null,
      ...{ done: walk.done, total: walk.total, skipped: walk.skipped },
      waitsUntil: waits?.toISOString() ?? null,
      notice: waits ? walk.notice : null,
      oldest: oldest._min.seenAt?.toISOString() ?? null,
      waiting,
    };
  },
});
