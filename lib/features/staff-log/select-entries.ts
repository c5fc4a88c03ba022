import 'server-only';
import type { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Place } from '@/lib/keyset';
import type { listStaffLogInput, StaffLogOutcome, StaffLogRow } from './schema';

type Customers = Principal['customers'];
type Filter = Omit<z.output<typeof listStaffLogInput>, 'pageToken'> & {
  /** A user's id: what was done to them. */
  onUser?: string;
};
type Selection = { environment: string; customers: Customers; filter: Filter };

type Entry = Omit<StaffLogRow, 'at' | 'target'> & {
  at: Date;
  targetType: string | null;
  targetId: string | null;
};

/** Up to `limit` entries from a place on, in reading order. Each intent comes with its latest outcome row. */
export async function selectEntries(
  selection: Selection,
  place: Place,
  limit: number,
): Promise<StaffLogRow[]> {
  const order = place?.direction === 'newer' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const entries = await db().$queryRaw<Entry[]>`
    SELECT log.id::text, log.at, log.actor_email AS "actorEmail", log.actor_role AS "actorRole", log.action,
      log.organization_id AS "organizationId", ${outcome} AS outcome, log.ticket, log.reason,
      COALESCE(ended.target_type, log.target_type) AS "targetType",
      COALESCE(ended.target_id, log.target_id) AS "targetId",
      COALESCE(ended.error_code, log.error_code) AS "errorCode",
      COALESCE(ended.request_id, log.request_id) AS "requestId",
      log.details || COALESCE(ended.details, '{}') AS details
    FROM staff_log log
    LEFT JOIN LATERAL (
      SELECT * FROM staff_log WHERE intent_id = log.id AND kind = 'outcome' ORDER BY id DESC LIMIT 1
    ) ended ON log.kind = 'intent'
    WHERE ${Prisma.join([...conditions(selection), ...beyond(place)], ' AND ')}
    ORDER BY log.id ${order}
    LIMIT ${limit}`;
  return entries.map(({ at, targetType, targetId, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    target: targetType === null ? null : { type: targetType, id: targetId },
  }));
}

// An intent without an outcome row: the process ended in between, so nobody knows.
const outcome = Prisma.sql`CASE log.kind WHEN 'intent' THEN COALESCE(ended.outcome, 'unknown') ELSE log.kind END`;

function conditions({ environment, customers, filter }: Selection): Prisma.Sql[] {
  const all = [Prisma.sql`log.environment = ${environment}`, Prisma.sql`log.kind <> 'outcome'`];
  if (customers !== 'all') all.push(Prisma.sql`log.organization_id = ANY(${[...customers]})`);
  if (filter.actorEmail) all.push(Prisma.sql`log.actor_email = ${filter.actorEmail}`);
  if (filter.action) all.push(Prisma.sql`log.action = ${filter.action}`);
  if (filter.organizationId) all.push(Prisma.sql`log.organization_id = ${filter.organizationId}`);
  if (filter.outcome) all.push(endedAs(filter.outcome));
  if (filter.from) all.push(Prisma.sql`log.at >= ${filter.from}::timestamptz`);
  if (filter.to) all.push(Prisma.sql`log.at < ${filter.to}::timestamptz`);
  if (filter.onUser) all.push(doneTo(environment, filter.onUser));
  return all;
}

// Acts on a session or a passkey name it as their target, and its user among the details.
const actsOnParts = ['session.revoke', 'session.end_of_organization', 'passkey.rename', 'passkey.remove'];

/** An invitation learns its user from the answer, so outcome rows count too; each way goes by an index. */
function doneTo(environment: string, userId: string): Prisma.Sql {
  return Prisma.sql`log.id IN (
    SELECT COALESCE(intent_id, id) FROM staff_log
    WHERE environment = ${environment} AND target_type = 'user' AND target_id = ${userId}
    UNION
    SELECT COALESCE(intent_id, id) FROM staff_log
    WHERE environment = ${environment} AND action = ANY(${actsOnParts}) AND details->>'userId' = ${userId}
  )`;
}

// Refusals and notices are known by their kind, without looking for an outcome row.
function endedAs(wanted: StaffLogOutcome): Prisma.Sql {
  if (wanted === 'denied' || wanted === 'notice') return Prisma.sql`log.kind = ${wanted}`;
  return Prisma.sql`log.kind = 'intent' AND ${outcome} = ${wanted}`;
}

function beyond(place: Place): Prisma.Sql[] {
  if (place === null) return [];
  const id = BigInt(place.id);
  return [place.direction === 'newer' ? Prisma.sql`log.id > ${id}` : Prisma.sql`log.id < ${id}`];
}

/** The distinct values of an indexed column, in order, without the empty one. */
export async function selectDistinct(
  column: 'actor_email' | 'action',
  environment: string,
  customers: Customers,
): Promise<string[]> {
  const name = Prisma.raw(column);
  const rows =
    customers === 'all'
      ? // Jumps through the index from value to value: a plain DISTINCT would read every row.
        await db().$queryRaw<{ value: string | null }[]>`
          WITH RECURSIVE jump AS (
            SELECT min(${name}) AS value FROM staff_log WHERE environment = ${environment}
            UNION ALL
            SELECT (SELECT min(${name}) FROM staff_log WHERE environment = ${environment} AND ${name} > jump.value)
            FROM jump WHERE jump.value IS NOT NULL
          )
          SELECT value FROM jump`
      : await db().$queryRaw<{ value: string | null }[]>`
          SELECT DISTINCT ${name} AS value FROM staff_log
          WHERE environment = ${environment} AND organization_id = ANY(${[...customers]})
          ORDER BY value`;
  return rows.flatMap(({ value }) => (value ? [value] : []));
}
