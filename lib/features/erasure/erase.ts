import 'server-only';
import { db } from '@/lib/db';
import { foldText } from '@/lib/fold-text';
import type { Erased } from './schema';

/** What stands in place of a row's data; the login log's next reading leaves such a row alone. */
const emptied = { erased: true };

/**
 * Takes a person's address and names out of the activity cache, the index, invitations and sign-in watches, in one
 * transaction. The rows stay, with the user's id and their time, so that counts and the order of events stay true.
 */
export function erase(environment: string, userId: string, email: string): Promise<Erased> {
  return db().$transaction(
    async (tx) => {
      const known = await tx.$queryRaw<{ email: string }[]>`
        SELECT DISTINCT email FROM activity.entry
        WHERE environment = ${environment} AND user_id = ${userId} AND email IS NOT NULL`;
      const document = await tx.searchDocument.findUnique({
        where: { environment_kind_id: { environment, kind: 'user', id: userId } },
      });
      const indexed = document ? [document.title, document.detail, ...document.exact] : [];
      const emails = [...known.map((row) => row.email), email, ...indexed]
        .filter((text) => text.includes('@'))
        .map((text) => text.toLowerCase());
      const addresses = [...new Set(emails)];
      const activity = await tx.$executeRaw`
        UPDATE activity.entry SET email = NULL, words = '', data = ${JSON.stringify(emptied)}::jsonb,
          actor = CASE WHEN lower(actor) = ANY(${addresses}) THEN NULL ELSE actor END
        WHERE environment = ${environment}
          AND (user_id = ${userId} OR target_id = ${userId} OR email = ANY(${addresses}))`;
      const folded = addresses.map(foldText);
      const index = await tx.$executeRaw`
        UPDATE search_document SET ref = '', organization_ids = '{}', title = '', detail = '', search_text = '',
          exact = '{}', as_of = now(), removed = true
        WHERE environment = ${environment} AND NOT removed
          AND (kind = 'user' AND id = ${userId} OR kind = 'connected_account' AND exact && ${folded}::text[])`;
      const watches = await tx.signInWatch.deleteMany({
        where: { environment, OR: [{ email: { in: addresses } }, { seenEmail: { in: addresses } }] },
      });
      // Named by the id alone; without its user it is nobody's.
      const invitation = { environment, part: 'invitation', objectId: userId };
      await tx.organizationSnapshot.deleteMany({ where: invitation });
      await tx.snapshotExpiry.deleteMany({ where: invitation });
      return { activity, index, watches: watches.count };
    },
    { timeout: 60_000 },
  );
}
