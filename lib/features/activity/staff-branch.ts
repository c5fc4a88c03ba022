import 'server-only';
import { timesOf } from '@/lib/activity/filter';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Selection } from './branches';

// An intent without an outcome row: the process ended in between, so nobody knows.
const outcome = Prisma.sql`CASE log.kind WHEN 'intent' THEN COALESCE(ended.outcome, 'unknown') ELSE log.kind END`;

/** The staff log in the shape of the cache: an act with its outcome is one row. */
export const staffSource = Prisma.sql`
  SELECT 'staff' AS stream, log.id::text AS id, log.at, NULL::timestamptz AS since, log.action AS type,
    'staff' AS source, ${outcome} AS outcome, log.organization_id, NULL AS connection_id, NULL AS user_id,
    NULL AS email, COALESCE(ended.target_type, log.target_type) AS target_type,
    COALESCE(ended.target_id, log.target_id) AS target_id, NULL AS auth_request_id,
    NULLIF(log.actor_email, '') AS actor,
    log.details || COALESCE(ended.details, '{}') || jsonb_strip_nulls(jsonb_build_object('role', log.actor_role,
      'reason', log.reason, 'ticket', log.ticket, 'error', COALESCE(ended.error_code, log.error_code),
      'requestId', COALESCE(ended.request_id, log.request_id))) AS data,
    '' AS words, NULL::timestamptz AS received_at
  FROM staff_log log
  LEFT JOIN LATERAL (
    SELECT * FROM staff_log WHERE intent_id = log.id AND kind = 'outcome' ORDER BY id DESC LIMIT 1
  ) ended ON log.kind = 'intent'`;

const words = Prisma.sql`lower(concat_ws(' ', log.action, log.actor_email, log.target_id, log.organization_id,
  log.ticket, log.reason))`;

/** The same filter in the staff log's columns. A user is found by target, as is a connection. */
export function staffConditions({ environment, filter }: Selection, type: string | null): Prisma.Sql[] {
  const { from, to } = timesOf(filter);
  const all = [Prisma.sql`log.environment = ${environment}`, Prisma.sql`log.kind <> 'outcome'`];
  if (type !== null) all.push(Prisma.sql`log.action = ${type}`);
  if (from) all.push(Prisma.sql`log.at >= ${from}::timestamptz`);
  if (to) all.push(Prisma.sql`log.at < ${to}::timestamptz`);
  if (filter.organization) all.push(Prisma.sql`log.organization_id = ${filter.organization}`);
  if (filter.connection) all.push(actsOn(environment, filter.connection));
  if (filter.user.includes('@')) all.push(Prisma.sql`log.details->>'email' = ${filter.user.toLowerCase()}`);
  else if (filter.user) all.push(actsOn(environment, filter.user));
  if (filter.target) all.push(actsOn(environment, filter.target));
  if (filter.actor) all.push(Prisma.sql`log.actor_email = ${filter.actor}`);
  if (filter.outcome) all.push(Prisma.sql`${outcome} = ${filter.outcome}`);
  if (filter.text) all.push(Prisma.sql`position(${filter.text.toLowerCase()} in ${words}) > 0`);
  return all;
}

// Acts on a session or a passkey name it as their target, and its user among the details.
const actsOnParts = ['session.revoke', 'session.end_of_organization', 'passkey.rename', 'passkey.remove'];

/** By target, also where only the outcome knows it. */
function actsOn(environment: string, id: string): Prisma.Sql {
  return Prisma.sql`log.id IN (
    SELECT COALESCE(intent_id, id) FROM staff_log WHERE environment = ${environment} AND target_id = ${id}
    UNION
    SELECT COALESCE(intent_id, id) FROM staff_log
    WHERE environment = ${environment} AND action = ANY(${actsOnParts}) AND details->>'userId' = ${id}
  )`;
}
