import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { judgeOnboarding } from './judge';
import { readLinkState } from './link-state';
import type { LiveState } from './live-state';
import { noInput, type UnfinishedOnboarding, unfinishedAtMost } from './schema';

/** How many begun customers are judged for the few that are shown. */
const judgedAtMost = 100;

/**
 * Customers whose set-up has begun and is not finished, with the step that waits; those that moved last come first, then
 * those in the middle of it, then those whose connection is complete and switched off.
 * No call: what the snapshots, the portal links and the activity cache know. Counts are no part of a snapshot, so a
 * directory that is enabled counts as received.
 */
export const listUnfinished = defineQuery({
  permission: 'onboarding.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<UnfinishedOnboarding[]> => {
    const { customers } = principal;
    const mine =
      customers === 'all' ? Prisma.empty : Prisma.sql`AND organization_id = ANY(${[...customers]})`;
    // What was there at the first look is no movement: only what came an hour later is.
    const begun = await db().$queryRaw<Begun[]>`
      SELECT moved.id, own.name, own.content,
        CASE WHEN max(moved.at) > min(own."firstAt") + interval '1 hour' OR bool_or(moved.link) THEN max(moved.at) END AS at
      FROM (
        SELECT organization_id AS id, taken_at AS at, false AS link,
          NOT (part = 'directory' OR part = 'connection' AND content->>'status' = 'COMPLETED') AS open
        FROM organization_snapshot
        WHERE environment = ${environment} AND ended_at IS NULL ${mine}
          AND (part = 'connection' AND (content->>'enabled' = 'false' OR content->>'status' <> 'COMPLETED')
            OR part = 'domain' AND content->>'status' NOT IN ('VERIFIED', 'AUTO_VERIFIED')
            OR part = 'directory' AND content->>'enabled' = 'false')
        UNION ALL
        SELECT organization_id, created_at, true, true FROM portal_link
        WHERE environment = ${environment} AND created_at > now() - interval '90 days' ${mine}
      ) AS moved
      JOIN (
        SELECT current.*, (SELECT min(taken_at) FROM organization_snapshot AS first
          WHERE first.environment = current.environment AND first.organization_id = current.organization_id
            AND first.part = 'organization' AND first.object_id = current.object_id) AS "firstAt"
        FROM organization_snapshot AS current
        WHERE current.environment = ${environment} AND current.part = 'organization' AND current.ended_at IS NULL
      ) AS own ON own.organization_id = moved.id AND own.object_id = moved.id
      GROUP BY moved.id, own.name, own.content
      ORDER BY at DESC NULLS LAST, bool_or(moved.open) DESC, moved.id DESC LIMIT ${judgedAtMost}`;
    const ids = begun.map(({ id }) => id);
    const [things, listed, linksOf, signIns] = await readAll(environment, ids);
    const unfinished = begun.flatMap(({ id, name, content, at }): UnfinishedOnboarding[] => {
      const own = things.filter(({ organizationId }) => organizationId === id);
      const known = (part: string) => listed.some((one) => one.organizationId === id && one.part === part);
      const live: LiveState = {
        features: Object.entries(content).flatMap(([key, on]) =>
          key.startsWith('features/') && on === true ? [key.slice(9)] : [],
        ),
        links: linksOf(id),
        connections: known('connection') ? own.flatMap(toConnection) : null,
        domains: known('domain') ? own.flatMap(toDomain) : null,
        directories: known('directory') ? own.flatMap(toDirectory) : null,
        signIns: {
          ...{ looked: 0, total: 0 },
          seen: signIns.flatMap((one) =>
            one.id === id ? [{ connectionId: one.connectionId, at: one.at.toISOString() }] : [],
          ),
        },
      };
      const { steps, next } = judgeOnboarding(live);
      const step = steps.find((one) => one.name === next);
      const done = steps.filter(({ state }) => state === 'done').length;
      const needed = steps.filter(({ state }) => state !== 'not_needed').length;
      return step
        ? [{ organizationId: id, name, step, done, needed, movedAt: at?.toISOString() ?? null }]
        : [];
    });
    return unfinished.slice(0, unfinishedAtMost);
  },
});

type Begun = { id: string; name: string; at: Date | null; content: Record<string, unknown> };
type Thing = { organizationId: string; part: string; objectId: string; content: Prisma.JsonValue };

/** Everything of all of them at once: four statements, however many there are. */
function readAll(environment: string, ids: string[]) {
  const where = { environment, organizationId: { in: ids } };
  const parts = ['connection', 'domain', 'directory'];
  return Promise.all([
    db().organizationSnapshot.findMany({
      where: { ...where, part: { in: parts }, endedAt: null },
      select: { organizationId: true, part: true, objectId: true, content: true },
    }),
    db().snapshotPart.findMany({ where: { ...where, part: { in: parts }, listedAt: { not: null } } }),
    readLinkState(environment, ids),
    db().$queryRaw<{ id: string; connectionId: string; at: Date }[]>`
      SELECT organization_id AS id, connection_id AS "connectionId", max(at) AS at FROM activity.login
      WHERE environment = ${environment} AND organization_id = ANY(${ids}) AND outcome = 'ok'
        AND connection_id IS NOT NULL AND at > now() - interval '90 days'
      GROUP BY organization_id, connection_id`,
  ]);
}

const fieldsOf = ({ content }: Thing) => content as Record<string, unknown>;

function toConnection(thing: Thing) {
  if (thing.part !== 'connection') return [];
  const { status, enabled } = fieldsOf(thing);
  return [{ id: thing.objectId, completed: status === 'COMPLETED', enabled: enabled === true }];
}

function toDomain(thing: Thing): NonNullable<LiveState['domains']> {
  const { domain, type, status } = fieldsOf(thing);
  if (thing.part !== 'domain' || type === 'ALLOWED_EMAIL_DOMAIN') return [];
  const isVerified = status === 'VERIFIED' || status === 'AUTO_VERIFIED';
  const state = isVerified ? 'verified' : status === 'FAILED' ? 'failed' : 'pending';
  return [{ domain: String(domain), state }];
}

function toDirectory(thing: Thing) {
  if (thing.part !== 'directory') return [];
  const enabled = fieldsOf(thing).enabled === true;
  return [{ id: thing.objectId, enabled, users: enabled ? 1 : 0 }];
}
