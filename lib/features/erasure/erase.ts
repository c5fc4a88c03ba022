import 'server-only';
import { subjectMacs } from '@/lib/audit/activity/erased-subjects';
import { emptied } from '@/lib/audit/activity/insert-activity';
import { db } from '@/lib/db';
import { foldText } from '@/lib/fold-text';
import type { Prisma } from '@/lib/generated/prisma/client';
import { eraseOwnRecords, type Subject } from './own-records';
import type { Erased } from './schema';

/**
 * Takes a person's address and names out of the activity cache, the index and Keydesk's own records, in one transaction,
 * and remembers by digest whom nothing is to be kept of any more. The cache's rows stay, with the user's id and their
 * time, so that counts and the order of events stay true.
 */
export function erase(subject: Subject): Promise<Erased> {
  const { environment, userId, addresses } = subject;
  return db().$transaction(
    async (tx) => {
      const digests = [userId, ...addresses].flatMap((text) => subjectMacs(text).slice(0, 1));
      // First: what comes in from here on waits for no lock of ours, and is emptied.
      await tx.$executeRaw`
        INSERT INTO erased_subject (environment, mac) SELECT ${environment}, unnest(${digests}::text[])
        ON CONFLICT DO NOTHING`;
      const activity = await tx.$executeRaw`
        UPDATE activity.entry SET email = NULL, words = '', data = ${JSON.stringify(emptied)}::jsonb,
          actor = CASE WHEN lower(actor) = ANY(${addresses}) THEN NULL ELSE actor END
        WHERE environment = ${environment}
          AND (user_id = ${userId} OR target_id = ${userId} OR email = ANY(${addresses}))`;
      const index = await eraseFromIndex(tx, subject);
      return { activity, index, ...(await eraseOwnRecords(tx, subject)) };
    },
    { timeout: 60_000 },
  );
}

/** Tombstones: a late message must not bring a row back. */
function eraseFromIndex(tx: Prisma.TransactionClient, { environment, userId, addresses }: Subject) {
  const folded = addresses.map(foldText);
  return tx.$executeRaw`
    UPDATE search_document SET ref = '', organization_ids = '{}', title = '', detail = '', search_text = '',
      exact = '{}', as_of = now(), removed = true
    WHERE environment = ${environment} AND NOT removed
      AND (kind = 'user' AND id = ${userId} OR kind = 'connected_account' AND exact && ${folded}::text[])`;
}
