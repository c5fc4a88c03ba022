import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

// An intent without an outcome row: the process ended in between, so nobody knows.
/** How an act ended, in the terms of `staffSource`. */
export const staffOutcome = Prisma.sql`CASE log.kind WHEN 'intent' THEN COALESCE(ended.outcome, 'unknown') ELSE log.kind END`;

/**
 * The staff log in the shape of the cache: an act with its outcome is one row; its alias is `log`.
 * @param from the rows of the log: fewer where they can be chosen before their outcomes are looked up
 */
export const staffSourceOf = (from: Prisma.Sql) => Prisma.sql`
  SELECT 'staff' AS stream, log.id::text AS id, log.at, NULL::timestamptz AS since, log.action AS type,
    'staff' AS source, ${staffOutcome} AS outcome, log.organization_id, NULL AS connection_id, NULL AS user_id,
    NULL AS email, COALESCE(ended.target_type, log.target_type) AS target_type,
    COALESCE(ended.target_id, log.target_id) AS target_id, NULL AS auth_request_id,
    NULLIF(log.actor_email, '') AS actor,
    log.details || COALESCE(ended.details, '{}') || jsonb_strip_nulls(jsonb_build_object('role', log.actor_role,
      'reason', log.reason, 'ticket', log.ticket, 'error', COALESCE(ended.error_code, log.error_code),
      'requestId', COALESCE(ended.request_id, log.request_id))) AS data,
    '' AS words, NULL::timestamptz AS received_at
  FROM ${from}
  LEFT JOIN LATERAL (
    SELECT * FROM staff_log WHERE intent_id = log.id AND kind = 'outcome' ORDER BY id DESC LIMIT 1
  ) ended ON log.kind = 'intent'`;

/** The same of the whole log. */
export const staffSource = staffSourceOf(Prisma.sql`staff_log log`);
