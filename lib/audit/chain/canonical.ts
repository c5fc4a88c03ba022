import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

/**
 * A row of the staff log as the text that is sealed, made by Postgres: microseconds and numbers as they are stored.
 * The columns are named, so that a column of a later migration leaves old seals right. Sessions run in UTC (lib/db.ts).
 */
export function canonical(table: 'log' | 'added'): Prisma.Sql {
  const row = Prisma.raw(table);
  return Prisma.sql`jsonb_build_object('v', 1, 'id', ${row}.id, 'at', ${row}.at, 'environment', ${row}.environment,
    'kind', ${row}.kind, 'intent_id', ${row}.intent_id, 'actor_id', ${row}.actor_id,
    'actor_email', ${row}.actor_email, 'actor_role', ${row}.actor_role, 'action', ${row}.action,
    'organization_id', ${row}.organization_id, 'target_type', ${row}.target_type, 'target_id', ${row}.target_id,
    'outcome', ${row}.outcome, 'error_code', ${row}.error_code, 'request_id', ${row}.request_id,
    'ticket', ${row}.ticket, 'reason', ${row}.reason, 'details', ${row}.details,
    'submission_id', ${row}.submission_id)::text`;
}

/** What a seal's mac covers. */
export function sealedText(environment: string, seq: bigint, previousMac: string, row: string): string {
  return JSON.stringify([environment, String(seq), previousMac, row]);
}

/** What a checkpoint's signature covers. */
export function checkpointText(checkpoint: {
  environment: string;
  seq: bigint;
  mac: string;
  lastLogId: bigint;
  removed: number;
}): string {
  const { environment, seq, mac, lastLogId, removed } = checkpoint;
  return JSON.stringify(['checkpoint', environment, String(seq), mac, String(lastLogId), removed]);
}
