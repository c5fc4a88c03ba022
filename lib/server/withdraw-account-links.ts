import 'server-only';
import { db } from '@/lib/db';

/**
 * Closes the lasting links of an account that was cut off: whoever still has one must not connect it again by
 * themselves. Returns how many were open.
 */
export async function withdrawAccountLinks(
  environment: string,
  accountId: string,
  revokedByEmail: string,
): Promise<number> {
  const { count } = await db().accountLink.updateMany({
    where: { environment, accountId, revokedAt: null },
    data: { revokedAt: new Date(), revokedByEmail, codeHash: null },
  });
  return count;
}
