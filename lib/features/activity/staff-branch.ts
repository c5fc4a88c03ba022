import 'server-only';
import { timesOf } from '@/lib/activity/filter';
import { staffOutcome } from '@/lib/audit/activity/staff-source';
import { foldText } from '@/lib/fold-text';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Selection } from './branches';

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
  if (filter.user.includes('@')) all.push(actsOnAddress(environment, filter.user));
  else if (filter.user) all.push(actsOn(environment, filter.user));
  if (filter.target) all.push(actsOn(environment, filter.target));
  if (filter.actor) all.push(Prisma.sql`log.actor_email = ${filter.actor}`);
  if (filter.outcome) all.push(Prisma.sql`${staffOutcome} = ${filter.outcome}`);
  if (filter.text) all.push(Prisma.sql`position(${filter.text.toLowerCase()} in ${words}) > 0`);
  return all;
}

/** The log knows no addresses of customers' people; the index knows whose an address is. */
function actsOnAddress(environment: string, address: string): Prisma.Sql {
  return Prisma.sql`log.id IN (
    SELECT COALESCE(intent_id, id) FROM staff_log WHERE environment = ${environment} AND target_id IN (
      SELECT id FROM search_document
      WHERE environment = ${environment} AND kind = 'user' AND exact @> ${[foldText(address)]}::text[])
  )`;
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
